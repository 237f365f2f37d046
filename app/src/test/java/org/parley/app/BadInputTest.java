package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is said in one clear line, with a fitting exit code.
class BadInputTest {
  private static final Path BUILT_IN =
      Path.of(System.getProperty("parley.root")).resolve("seeds/watches/peace-talks.yaml");

  @TempDir Path dir;

  private static void fails(CommandLineRun run, ExitCode code, String... words) {
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(code.number());
    assertThat(run.said()).as(run.everything()).hasSize(1);
    assertThat(run.said().getFirst()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "demo --loud, --loud",
    "tail everything, articles",
    "replay seeds --speed fast, 60x",
    "replay seeds --since yesterday, 2022-02-28",
    "run --set broker.port=many, whole number",
    "endpoint add Desk https://desk.example.org/, a-z",
    "endpoint add desk ftp://desk.example.org/, http://",
    "endpoint add desk https://desk.example.org/ --secret hunter2, whsec_",
    "endpoint test ftp://desk.example.org/ --secret env:DESK, http://",
    "endpoint test https://desk.example.org/ --secret env:DESK --format xml, cloudevents",
    "watch test only-one, CORPUS",
    "dlq replay, --all",
    "dlq list --since lunch, 2h",
    "feed add gopher://old.example/, http",
    "feed add https://a.example/ --every often, 15m",
    "completion fish, ZSH",
    "help wach, watch",
    "wach list, watch"
  })
  void aWrongCommandLineIsNamed(String arguments, String word) {
    fails(CommandLineRun.of(arguments.split(" ")), ExitCode.USAGE, word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "watch list",
        "watch remove peace-talks",
        "watch test peace-talks seeds",
        "endpoint list",
        "endpoint remove desk",
        "endpoint test desk",
        "endpoint add desk https://desk.example.org/ --secret env:DESK",
        "feed add https://news.example.org/feed.xml",
        "feed list",
        "feed export",
        "feed show https://news.example.org/feed.xml",
        "feed remove https://news.example.org/feed.xml",
        "dlq list",
        "dlq show 0-0",
        "dlq replay --all",
        "topics list",
        "topics create",
        "audit",
        "tail alerts",
        "ingest seeds"
      })
  void aCommandWithoutARunningParleySaysHowToStartOne(String command) {
    fails(
        CommandLineRun.of((command + " --data-dir " + dir).split(" ")),
        ExitCode.UNAVAILABLE,
        dir.toString(),
        "parley run");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsNamed() {
    fails(
        CommandLineRun.of(
            "topics", "list", "--bootstrap-servers", "127.0.0.1:1", "--set", "broker.timeout=1"),
        ExitCode.UNAVAILABLE,
        "127.0.0.1:1");
  }

  @Test
  void aBrokenWatchIsRefusedWithItsPlace() throws IOException {
    Path file = Files.writeString(dir.resolve("w.yaml"), "watchId: w\nconcpt: peace-talks\n");
    fails(
        CommandLineRun.of("watch", "add", file.toString()),
        ExitCode.BAD_DATA,
        file.toString(),
        "concpt",
        "concept",
        "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"watch add", "feed import", "doctor --config"})
  void aFileThatCannotBeReadIsNamed(String command) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.add(dir.resolve("nowhere.yaml").toString());
    fails(CommandLineRun.of(all.toArray(String[]::new)), ExitCode.NO_INPUT, "nowhere.yaml");
  }

  @Test
  void aMissingFolderIsNamed() {
    fails(
        CommandLineRun.of(
            "replay", dir.resolve("nowhere").toString(), "--watch", BUILT_IN.toString()),
        ExitCode.NO_INPUT,
        "nowhere");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      fails(
          CommandLineRun.of(
              "run", "--data-dir", dir.toString(), "--port", port, "--set", "console.port=off"),
          ExitCode.CANNOT_START,
          port,
          "--port");
      fails(CommandLineRun.of("receive", "--port", port), ExitCode.CANNOT_START, port, "--port");
    }
  }

  @Test
  void aReceiverListensOnAnAddressOnly() {
    fails(
        CommandLineRun.of("receive", "--host", "nowhere.example"),
        ExitCode.USAGE,
        "--host",
        "nowhere.example");
  }
}
