package org.parley.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.ingest.schedule.HostGates.Turn;

@Timeout(60)
class HostGatesTest {
  private static final Duration MOMENT = Duration.ofMillis(100);

  @Test
  void letsOneAtATimeToAHostAndOthersElsewhere() throws Exception {
    var gates = new HostGates(10);
    Turn first = gates.enter("a");
    CompletableFuture<Turn> second = entering(gates, "a");
    gates.enter("b").close();
    assertThat(isWaiting(second)).isTrue();
    first.leaveHost();
    second.get().close();
    first.close();
  }

  @Test
  void countsAPlaceUntilTheAnswerIsDealtWith() throws Exception {
    var gates = new HostGates(1);
    Turn first = gates.enter("a");
    first.leaveHost();
    CompletableFuture<Turn> second = entering(gates, "b");
    assertThat(isWaiting(second)).isTrue();
    first.close();
    first.close();
    Turn turn = second.get();
    assertThat(isWaiting(entering(gates, "c"))).isTrue();
    turn.close();
  }

  @Test
  void takesNoPlaceWhileItWaitsForASlowHost() throws Exception {
    var gates = new HostGates(2);
    Turn slow = gates.enter("slow");
    for (int i = 0; i < 10; i++) {
      entering(gates, "slow");
    }
    gates.enter("quick").close();
    slow.close();
  }

  @Test
  void leavesNothingBehindWhenTheWaitIsInterrupted() throws Exception {
    var gates = new HostGates(10);
    Turn first = gates.enter("a");
    var waiting =
        Thread.ofVirtual()
            .start(() ->
                assertThatThrownBy(() -> gates.enter("a"))
                    .isInstanceOf(InterruptedException.class));
    waiting.interrupt();
    waiting.join();
    first.close();
    gates.enter("a").close();
  }

  private static CompletableFuture<Turn> entering(HostGates gates, String host) {
    var turn = new CompletableFuture<Turn>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            turn.complete(gates.enter(host));
          } catch (InterruptedException e) {
            turn.completeExceptionally(e);
          }
        });
    return turn;
  }

  private static boolean isWaiting(CompletableFuture<Turn> turn)
      throws InterruptedException, ExecutionException {
    try {
      turn.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException _) {
      return true;
    }
  }
}
