package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ExitCode;
import org.parley.testkit.WebhookReceiver;

/// What may happen to a Parley on any day: it is told to stop, it loses its state, its broker goes
/// away for a while.
class InterruptionTest {
  private static final long SEED = Long.getLong("parley.kill.seed", System.nanoTime());

  /// `-Dparley.broker.away=60` for the whole minute.
  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("parley.broker.away", 15));

  @TempDir Path folder;

  private final Deliveries deliveries = new Deliveries();
  private final WebhookReceiver receiver = WebhookReceiver.answering(deliveries);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void neitherAStopUnderLoadNorTheLossOfAllStateRepeatsOrLosesAnything() throws Exception {
    say();
    Installation parley = Installation.in(folder, receiver.uri("/hook"));
    try (var feeder = Feeder.unhurt(parley, folder, SEED)) {
      stop(parley, feeder);
      stop(parley, feeder);
      parley.wipeState();
      int before = deliveries.all().size();
      try (ParleyProcess last = parley.run()) {
        deliveries.await(before + 5, last, feeder);
        check(parley, feeder);
        assertThat(last.isAlive()).as("%s", last).isTrue();
      }
    }
  }

  /// Runs it until it has something to do, and tells it to stop in the midst of that.
  private void stop(Installation parley, Feeder feeder) {
    int before = deliveries.all().size();
    try (ParleyProcess run = parley.run()) {
      deliveries.await(before + 5, run, feeder);
      run.terminate();
      assertThat(run.awaitEnd()).as("%s", run).isEqualTo(ExitCode.DONE.number());
    }
  }

  @Test
  void everythingResumesWhenTheBrokerComesBack() throws Exception {
    say();
    int port = Installation.freePort();
    Installation parley = Installation.on(port, folder, receiver.uri("/hook"));
    ParleyProcess broker = BrokerProcess.start(folder, port);
    try (ParleyProcess run = parley.run();
        var feeder = Feeder.unhurt(parley, folder, SEED)) {
      deliveries.await(5, run, feeder);
      broker.kill();
      assertThat(run.endsWithin(AWAY)).as("ended without its broker: %s", run).isFalse();
      int before = deliveries.all().size();
      broker = BrokerProcess.start(folder, port);
      deliveries.await(before + 5, run, feeder);
      check(parley, feeder);
      assertThat(run.isAlive()).as("%s", run).isTrue();
    } finally {
      broker.close();
    }
  }

  private void check(Installation parley, Feeder feeder) throws Exception {
    new Books(parley, folder.resolve("undisturbed")).check(feeder.finish(), deliveries, List.of());
  }

  private static void say() {
    System.out.println("interruption: -Dparley.kill.seed=" + SEED);
  }
}
