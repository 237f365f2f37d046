package org.parley.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.broker.EmbeddedBroker.Settings;

/// A directory between two processes, one of which may be killed.
class OtherProcessTest {
  @TempDir Path directory;
  private @Nullable Process process;

  @Test
  void isFoundAndThenMissedWhenKilled() throws Exception {
    String address = start().substring("serves ".length());
    assertThat(EmbeddedBroker.addressIn(directory)).hasValue(address);
    assertThatThrownBy(() -> EmbeddedBroker.start(Settings.in(directory)))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("another Parley runs on the data directory " + directory)
        .hasMessageContaining(address);
    // Neither question ended the other process's lock.
    assertThat(EmbeddedBroker.addressIn(directory)).hasValue(address);

    end();

    assertThat(directory.resolve("broker.address")).exists();
    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();
  }

  @Test
  void dataOfAKilledProcessIsTakenOver() throws Exception {
    try (var broker = EmbeddedBroker.start(Settings.in(directory))) {
      Clients.createTopic(broker, "kept");
      Clients.write(broker, "kept", "a");
    }
    assertThat(start()).startsWith("serves ");
    end();

    try (var broker = EmbeddedBroker.start(Settings.in(directory))) {
      assertThat(EmbeddedBroker.addressIn(directory)).hasValue(broker.bootstrapServers());
      assertThat(Clients.keys(broker, "kept")).containsExactly("a");
    }
  }

  @Test
  void isToldOfTheBrokerOfThisProcess() throws Exception {
    try (var broker = EmbeddedBroker.start(Settings.in(directory))) {
      EmbeddedBroker.addressIn(directory);

      assertThat(start())
          .startsWith("another Parley runs on the data directory " + directory)
          .contains(broker.bootstrapServers());
    }
  }

  private String start() throws IOException {
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process = started;
    BufferedReader output = started.inputReader();
    String line = output.readLine();
    return line == null ? "ended without a word" : line;
  }

  @AfterEach
  void end() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
