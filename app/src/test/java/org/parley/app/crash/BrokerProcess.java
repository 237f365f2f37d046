package org.parley.app.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.parley.broker.EmbeddedBroker;
import org.parley.broker.EmbeddedBroker.Settings;

/// A broker in a process of its own, apart from the Parley that uses it.
final class BrokerProcess {
  private BrokerProcess() {}

  /// Returns when it serves.
  static ParleyProcess start(Path folder, int port) {
    ParleyProcess process =
        ParleyProcess.start(folder, BrokerProcess.class, List.of("broker", Integer.toString(port)));
    process.awaitLine("serves");
    return process;
  }

  static void main(String[] arguments) throws InterruptedException {
    Settings settings = Settings.in(Path.of(arguments[0])).withPort(Integer.parseInt(arguments[1]));
    try (var broker = EmbeddedBroker.start(settings)) {
      System.out.println("serves " + broker.bootstrapServers());
      new CountDownLatch(1).await();
    }
  }
}
