package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ExitCode;
import org.parley.app.crash.Deliveries.Delivered;
import org.parley.broker.EmbeddedBroker;
import org.parley.testkit.WebhookReceiver;

/// Two processors and two ledgers share the work of one cluster. One of each is killed in the
/// middle, then the other two are told to stop, and nothing is lost, doubled or different for it.
/// `-Dparley.kill.seed=…` to see the same texts again.
class TakeoverTest {
  private static final long SEED = Long.getLong("parley.kill.seed", System.nanoTime());
  private static final Path WATCH =
      Path.of(System.getProperty("parley.root"), "seeds/watches/peace-talks.yaml");
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int SOME = 10;

  @TempDir Path folder;

  private final Deliveries deliveries = new Deliveries();
  private final List<Instant> kills = new ArrayList<>();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void othersTakeOverFromAnInstanceThatIsKilledOrStopped() throws Exception {
    say("-Dparley.kill.seed=%d", SEED);
    int port = Installation.freePort();
    try (var _ = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral().withPort(port));
        var receiver = WebhookReceiver.answering(deliveries)) {
      Installation parley = Installation.on(port, folder, receiver.uri("/hook"));
      prepare(parley, receiver);
      try (var processors = new Pair(parley, "processor");
          var ledgers = new Pair(parley, "alerts");
          var feeder = Feeder.unhurt(parley, folder, SEED)) {
        processors.isRefusedOnATakenDirectory();
        awaitMore();
        disturb("kill", processors::kill, ledgers::kill);
        processors.restart();
        ledgers.restart();
        disturb("stop", processors::stop, ledgers::stop);
        var books = new Books(parley, folder.resolve("undisturbed"));
        books.check(feeder.finish(), deliveries, kills);
        say("%s; %d requests, %d repeats", feeder, deliveries.all().size(), deliveries.repeats());
      }
    }
  }

  private void prepare(Installation parley, WebhookReceiver receiver) {
    Stream.of(
            parley.ended("topics", "create"),
            parley.ended("watch", "add", WATCH.toString()),
            parley.ended(
                "endpoint",
                "add",
                Installation.ENDPOINT,
                receiver.uri("/hook").toString(),
                "--secret",
                "file:" + folder.resolve("secret")))
        .forEach(command -> assertThat(command.exitCode()).as("%s", command).isZero());
  }

  /// Ends one instance of each, and waits until alerts come through those that are left.
  private void disturb(String how, Runnable processor, Runnable ledger) {
    Instant at = Deliveries.CLOCK.instant();
    kills.add(at);
    processor.run();
    ledger.run();
    awaitMore();
    say("%s: no alert came for %d ms", how, longestPauseSince(at).toMillis());
  }

  /// A good many come, and not only what was on its way.
  private void awaitMore() {
    int before = deliveries.byId().size();
    await().atMost(LIMIT).until(() -> deliveries.byId().size() >= before + SOME);
  }

  private Duration longestPauseSince(Instant at) {
    Instant last = at;
    Duration longest = Duration.ZERO;
    for (Delivered one :
        deliveries.all().stream().sorted(Comparator.comparing(Delivered::at)).toList()) {
      if (one.at().isAfter(last)) {
        Duration pause = Duration.between(last, one.at());
        longest = pause.compareTo(longest) > 0 ? pause : longest;
        last = one.at();
      }
    }
    return longest;
  }

  /// Two instances of one role, each on a data directory of its own.
  private static final class Pair implements AutoCloseable {
    private final Installation parley;
    private final String role;
    private ParleyProcess first;
    private final ParleyProcess second;

    Pair(Installation parley, String role) {
      this.parley = parley;
      this.role = role;
      first = start("first");
      second = start("second");
      Stream.of(first, second).forEach(instance -> instance.awaitLine(role + " runs on"));
    }

    private ParleyProcess start(String name) {
      return parley.command(arguments(name));
    }

    private String[] arguments(String name) {
      return new String[] {
        role, "--data-dir", name, "--set", "session.timeout=3", "--set", "console.port=off"
      };
    }

    void isRefusedOnATakenDirectory() {
      try (ParleyProcess third = parley.ended(arguments("second"))) {
        assertThat(third.exitCode()).as("%s", third).isEqualTo(ExitCode.CANNOT_START.number());
        assertThat(third.messages()).singleElement().asString().contains("another instance", role);
      }
    }

    void kill() {
      first.kill();
    }

    void restart() {
      first = start("first");
      first.awaitLine(role + " runs on");
    }

    void stop() {
      second.terminate();
      assertThat(second.awaitEnd()).as("%s", second).isZero();
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }

  private static void say(String format, Object... values) {
    System.out.println("takeover: " + String.format(Locale.ROOT, format, values));
  }
}
