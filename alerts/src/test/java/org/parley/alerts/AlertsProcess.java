package org.parley.alerts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.parley.alerts.secret.Seal;
import org.parley.alerts.secret.Secrets;
import org.parley.contract.topic.World;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;
import org.parley.testkit.TestWorld;

/// The service in a process of its own, so that a test can kill it.
final class AlertsProcess {
  private AlertsProcess() {}

  static AlertsSettings settings(String bootstrapServers, World world, Path folder, Seal seal) {
    return AlertsSettings.of(
        world,
        Map.of("bootstrap.servers", bootstrapServers),
        folder.resolve("state"),
        GuardedHttp.Settings.of(AddressPolicy.allowing(List.of("loopback"))),
        new Secrets(seal, name -> null));
  }

  static Process start(TestWorld kafka, Path folder) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classes,
            AlertsProcess.class.getName(),
            kafka.bootstrapServers(),
            kafka.world().prefix(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("process.log").toFile())
        .start();
  }

  static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[2]);
    AlertsService.start(
        settings(arguments[0], World.live(arguments[1]), folder, Seal.in(folder.resolve("keys"))));
    new CountDownLatch(1).await();
  }
}
