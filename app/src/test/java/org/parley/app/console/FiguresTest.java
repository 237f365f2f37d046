package org.parley.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.secret.Secrets;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.Sealing;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.config.Config;
import org.parley.app.config.ConfigLoader;
import org.parley.app.process.CorpusIntake;
import org.parley.app.process.OneProcess;
import org.parley.app.receive.Receiver;
import org.parley.app.role.AlertsRole;
import org.parley.app.role.IngestRole;
import org.parley.app.role.ProcessorRole;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.Endpoint;
import org.parley.contract.topic.World;

/// What `/metrics` shows while articles go the whole way.
class FiguresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Path ROOT = Path.of(System.getProperty("parley.root"));
  private static final Path SEEDS = ROOT.resolve("seeds");

  @TempDir Path dir;

  @Test
  void figuresMoveWithTheArticlesAndEachIsExplained() throws Exception {
    Config config =
        new ConfigLoader(Map.of())
            .load(
                null,
                Map.of(
                    "data.dir", dir.toString(),
                    "console.port", "0",
                    "alerts.allow", "127.0.0.1/32"));
    String secret = Secrets.fresh();
    try (var receiver = Receiver.start("127.0.0.1", 0, secret, _ -> {});
        var console = ProcessConsole.start(config, _ -> {});
        var process =
            OneProcess.open(config, World.live("parley"), EmbeddedBroker.Settings.in(dir))) {
      console.opened(process);
      new WatchBook(process.cluster()).accept(WatchFiles.readAll(SEEDS.resolve("watches")));
      accept(config, process, "desk", receiver.url(), secret);
      // Nobody listens there.
      accept(config, process, "away", "http://127.0.0.1:9/", secret);
      process.start(
          List.of(
              new ProcessorRole(config, process.cluster(), 1, console.figures()),
              new AlertsRole(
                  config, process.cluster(), console.figures()::attempt, console.figures()),
              new IngestRole(config, process.cluster())),
          PATIENCE);
      console.started();
      Browser browser = Browser.at(ConsoleAddress.in(dir).read().orElseThrow());
      assertThat(read(browser).sum("parley_articles_total")).isZero();

      try (var progress = new Progress(Terminal.ofProcess())) {
        new CorpusIntake(process.cluster(), Clock.systemUTC()).read(SEEDS, null, progress);
      }

      Exposition after =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> read(browser),
                  read ->
                      isThrough(read)
                          && read.sum("parley_deliveries_pending") == 5
                          && read.sum("parley_deliveries_pending", "endpoint", "away") == 5);
      assertThat(after.sum("parley_articles_total")).isEqualTo(5);
      assertThat(after.sum("parley_matches_total")).isEqualTo(5);
      assertThat(after.sum("parley_stories_total")).isEqualTo(5);
      assertThat(after.sum("parley_alerts_total")).isEqualTo(5);
      assertThat(after.sum("parley_deliveries_oldest_pending_seconds", "endpoint", "away"))
          .isPositive();
      assertThat(after.sum("parley_delivery_outcomes_total", "outcome", "failed")).isPositive();
      assertThat(after.sum("parley_latency_seconds_count", "point", "delivered")).isEqualTo(5);
      assertThat(after.samples("parley_lag_records"))
          .extracting(sample -> sample.labels().get("topic"))
          .contains("parley.articles", "parley.matches", "parley.alerts");
      assertThat(after.type("parley_latency_seconds")).isEqualTo("histogram");
      assertThat(after.samples("parley_latency_seconds_bucket"))
          .extracting(sample -> sample.labels().get("le"))
          .contains("+Inf", "0.25");
      assertThat(after.families()).allMatch(name -> name.matches("(parley|jvm|process|system)_.*"));

      assertThat(parley(after.families())).as("docs/operations.md").isEqualTo(explained("parley_"));
      assertThat(explained("")).as("docs/operations.md").containsAll(after.families());
    }
  }

  private static boolean isThrough(Exposition read) {
    return read.sum("parley_delivery_outcomes_total", "endpoint", "desk", "outcome", "delivered")
        == 5;
  }

  private static void accept(
      Config config, OneProcess process, String id, String url, String secret) {
    var references = new Sealing(config).referencesOf(id, List.of(secret));
    var wanted =
        new Wanted(
            id, url, Endpoint.Format.STANDARD, references, List.of(), Endpoint.Policy.STANDARD);
    // From before the process's own time, so that nothing published now is before its term.
    new EndpointBook(process.cluster(), Clock.systemUTC())
        .accept(wanted, Clock.systemUTC().instant());
  }

  private static Exposition read(Browser browser) {
    return Exposition.read(browser.get("/metrics").body());
  }

  private static Set<String> parley(Set<String> families) {
    return families.stream()
        .filter(name -> name.startsWith("parley_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The names in the first column of the page's tables.
  private static Set<String> explained(String prefix) throws IOException {
    var row = Pattern.compile("(?m)^\\| `(" + prefix + "[a-z0-9_]+)(?:\\{[a-z, ]*})?` \\|");
    return row.matcher(Files.readString(ROOT.resolve("docs/operations.md")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
