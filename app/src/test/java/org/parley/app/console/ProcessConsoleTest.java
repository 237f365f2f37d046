package org.parley.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.app.config.ConfigLoader;
import org.parley.app.process.OneProcess;
import org.parley.app.role.ProcessorRole;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.topic.World;

class ProcessConsoleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path dir;

  private final List<String> said = new ArrayList<>();

  private Config config(Map<String, String> more) {
    Map<String, String> options = new java.util.HashMap<>(more);
    options.put("data.dir", dir.toString());
    options.putIfAbsent("console.port", "0");
    return new ConfigLoader(Map.of()).load(null, options);
  }

  private String address() {
    return ConsoleAddress.in(dir).read().orElseThrow();
  }

  @Test
  void isReadyWhenEveryRoleIsAndNoLongerWhenTheBrokerIsGone() throws Exception {
    try (var broker = EmbeddedBroker.start(EmbeddedBroker.Settings.in(dir))) {
      Config config = config(Map.of("broker.timeout", "3"));
      var cluster = Cluster.at(broker.bootstrapServers(), World.live("parley"), config);
      try (var console = ProcessConsole.start(config, said::add);
          var process = OneProcess.at(config, cluster)) {
        console.announce();
        Browser browser = Browser.at(address());
        assertThat(browser.get("/readyz").statusCode()).isEqualTo(503);
        assertThat(browser.get("/livez").statusCode()).isEqualTo(200);

        console.opened(process);
        process.start(List.of(new ProcessorRole(config, cluster, 1)), PATIENCE);
        console.started();
        HttpResponse<String> ready =
            await()
                .atMost(PATIENCE)
                .until(() -> browser.get("/readyz"), r -> r.statusCode() == 200);
        assertThat(ready.body())
            .contains("\"broker\":{\"state\":\"ready\"}", "\"processor\":{\"state\":\"ready\"}");

        broker.close();
        HttpResponse<String> gone =
            await()
                .atMost(PATIENCE)
                .until(() -> browser.get("/readyz"), r -> r.statusCode() == 503);
        assertThat(gone.body()).contains("the broker at " + cluster.servers(), "does not answer");
        assertThat(browser.get("/livez").statusCode()).isEqualTo(200);
      }
    }
    assertThat(ConsoleAddress.in(dir).read()).isEmpty();
  }

  @Test
  void aTakenPortThatWasAskedForStopsTheStart() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> ProcessConsole.start(config(Map.of("console.port", port)), said::add))
          .withMessage(
              "the console cannot listen on 127.0.0.1:"
                  + port
                  + ": Address already in use; choose another console.port, 0 for a free one or"
                  + " 'off' for no console")
          .extracting(Failure::code)
          .isEqualTo(ExitCode.CANNOT_START);
    }
  }

  @Test
  void leavesTheAddressOfAnotherProcessUntilTheDirectoryIsItsOwn() {
    ConsoleAddress.in(dir).write("127.0.0.1:1");
    try (var _ = ProcessConsole.start(config(Map.of()), said::add)) {
      assertThat(address()).isEqualTo("127.0.0.1:1");
    }
    assertThat(address()).isEqualTo("127.0.0.1:1");
  }

  @Test
  void offMeansNoConsole() {
    try (var _ = ProcessConsole.start(config(Map.of("console.port", "off")), said::add)) {
      assertThat(ConsoleAddress.in(dir).read()).isEmpty();
    }
  }
}
