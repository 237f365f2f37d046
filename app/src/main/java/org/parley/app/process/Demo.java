package org.parley.app.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.audit.Audit;
import org.parley.alerts.audit.AuditResult;
import org.parley.alerts.secret.Secrets;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.Sealing;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.receive.Delivered;
import org.parley.app.receive.Receiver;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Alert;
import org.parley.contract.Endpoint;
import org.parley.contract.Match;
import org.parley.contract.topic.TopicSnapshot.Entry;
import org.parley.contract.topic.World;
import org.parley.ingest.publish.PublishReport;

/// The whole path once, for someone who sees Parley for the first time: real broker, real
/// processor, real webhooks to a receiver that verifies them.
public final class Demo implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMinutes(2);
  private static final Duration AUDIT = Duration.ofSeconds(10);

  private final Scratch scratch;
  private final Terminal terminal;
  private final Progress progress;
  private final Clock clock;
  private final AtomicInteger verified = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Receiver receiver;
  private final OneProcess process;
  private final String secret = Secrets.fresh();

  /// Starts the broker and the receiver.
  public Demo(Scratch scratch, Terminal terminal, Progress progress, Clock clock) {
    this.scratch = scratch;
    this.terminal = terminal;
    this.progress = progress;
    this.clock = clock;
    progress.step("starting a broker");
    this.process =
        OneProcess.open(scratch.config(), World.live(scratch.config().prefix()), scratch.broker());
    this.receiver = Receiver.start(Receiver.LOOPBACK, 0, secret, this::show);
  }

  public String servers() {
    return process.cluster().servers();
  }

  /// Reads the corpus and the near-copies in its folder `demo`, waits for the last delivery, and
  /// prints the summary.
  ///
  /// @return whether every alert was delivered with a signature that holds, and the audit balances
  public boolean run(Path seeds) throws InterruptedException {
    new WatchBook(process.cluster()).accept(WatchFiles.readAll(seeds.resolve("watches")));
    acceptReceiver();
    progress.step("starting the processor and the ledger");
    process.start(scratch.config().processorThreads(), _ -> {});
    var intake = new CorpusIntake(process.cluster(), clock);
    PublishReport originals = intake.read(seeds, null, progress);
    // Copies come after what they copy; in parallel partitions one could overtake it.
    awaitQuiet();
    PublishReport copies = intake.read(seeds.resolve("demo"), null, progress);
    progress.step("waiting for the last delivery");
    awaitQuiet();
    progress.step("");
    return summarise(originals.published() + copies.published());
  }

  private void awaitQuiet() throws InterruptedException {
    if (!process.awaitQuiet(QUIET)) {
      throw new Failure(ExitCode.UNAVAILABLE, "the demo did not come to an end in " + QUIET);
    }
  }

  private void acceptReceiver() {
    var wanted =
        new Wanted(
            "demo",
            receiver.url(),
            Endpoint.Format.STANDARD,
            new Sealing(scratch.config()).referencesOf("demo", List.of(secret)),
            List.of(),
            Endpoint.Policy.STANDARD);
    new EndpointBook(process.cluster(), clock).accept(wanted, clock.instant());
  }

  private synchronized void show(Delivered delivered) {
    Alert alert = delivered.alert();
    if (!delivered.isVerified() || alert == null) {
      refused.incrementAndGet();
      terminal.out().println(terminal.red("✗ signature refused: ") + delivered.problem());
      return;
    }
    verified.incrementAndGet();
    new AlertText(terminal).lines(alert).forEach(terminal.out()::println);
    terminal
        .out()
        .println(
            "  "
                + terminal.green("✓ delivered, signature verified")
                + terminal.dim(" · webhook-id " + delivered.webhookId()));
    terminal.out().println();
  }

  private boolean summarise(int articles) {
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    var world = process.cluster().world();
    var snapshot = process.cluster().snapshot();
    int mentions = 0;
    for (Entry<Match> entry : snapshot.entries(world.matches())) {
      @Nullable Match match = entry.value();
      mentions += match == null ? 0 : match.mentionCount();
    }
    int alerts = snapshot.entries(world.alerts()).size();
    terminal
        .out()
        .println(
            terminal.bold("Summary: ")
                + String.join(
                    ", ",
                    AlertText.count(articles, "article"),
                    AlertText.count(mentions, "mention"),
                    AlertText.count(snapshot.latest(world.stories()).size(), "story"),
                    AlertText.count(process.processor().counts().heldBack(), "copy") + " held back",
                    AlertText.count(alerts, "alert"),
                    AlertText.count(verified.get(), "verified delivery"),
                    String.format(Locale.ROOT, "%.1f s", seconds)));
    AuditResult audit = new Audit(world, snapshot, clock).run(AUDIT);
    terminal.out().println(terminal.bold("Audit: ") + audit.text());
    return audit.isBalanced() && verified.get() == alerts && refused.get() == 0;
  }

  @Override
  public void close() {
    process.close();
    receiver.close();
  }
}
