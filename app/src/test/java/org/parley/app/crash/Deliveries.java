package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.parley.contract.Attempt;
import org.parley.testkit.Answer;
import org.parley.testkit.Received;
import org.parley.testkit.Wire;

/// What a receiver that outlives every crash was sent, and when. It answers everything with 200.
final class Deliveries implements Answer {
  static final Clock CLOCK = Clock.systemUTC();

  private final ConcurrentLinkedQueue<Delivered> delivered = new ConcurrentLinkedQueue<>();

  /// One request.
  record Delivered(String id, Instant at, String body) {}

  /// A result in the log of attempts.
  ///
  /// @param at when it was written there
  record Result(Instant at, Attempt attempt) {
    boolean isOf(String id) {
      return attempt.deliveryId().equals(id) && attempt.number() > 0;
    }

    boolean isBetween(Instant from, Instant to) {
      return !at.isBefore(from) && !at.isAfter(to);
    }
  }

  @Override
  public void give(Received request, Wire wire) throws IOException, InterruptedException {
    delivered.add(
        new Delivered(request.webhookId(), Instant.ofEpochMilli(CLOCK.millis()), request.text()));
    Answer.ok().give(request, wire);
  }

  List<Delivered> all() {
    return List.copyOf(delivered);
  }

  Map<String, List<Delivered>> byId() {
    return delivered.stream()
        .collect(Collectors.groupingBy(Delivered::id, TreeMap::new, Collectors.toList()));
  }

  /// Waits until `count` requests have come.
  ///
  /// @param run that must not end by then
  /// @param feeder that must not fail by then
  void await(int count, ParleyProcess run, Feeder feeder) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> {
          feeder.check();
          assertThat(delivered.size())
              .as("requests; %s\n%s", feeder, run)
              .isGreaterThanOrEqualTo(count);
        });
  }

  /// How many requests had an id that had come before.
  long repeats() {
    return delivered.size() - byId().size();
  }

  /// How many attempts were in flight when Parley was killed: begun, as the receiver knows, and the
  /// log of attempts held no result of them.
  long inFlight(Instant kill, List<Result> results) {
    return byId().entrySet().stream()
        .filter(entry -> {
          List<Delivered> before =
              entry.getValue().stream().filter(one -> !one.at().isAfter(kill)).toList();
          return !before.isEmpty() && isOpen(entry.getKey(), before.getLast().at(), kill, results);
        })
        .count();
  }

  private static boolean isOpen(String id, Instant begun, Instant kill, List<Result> results) {
    return results.stream().noneMatch(result -> result.isOf(id) && result.isBetween(begun, kill));
  }

  /// The repeats that nothing excuses. A second request with an id is in order if the first was in
  /// flight when Parley was killed between the two, or if the log says that the first had failed.
  List<String> needless(List<Instant> kills, List<Result> results) {
    List<String> needless = new ArrayList<>();
    byId()
        .forEach((id, requests) -> {
          for (int i = 1; i < requests.size(); i++) {
            Instant first = requests.get(i - 1).at();
            Instant second = requests.get(i).at();
            if (!wasInFlight(id, first, second, kills, results)
                && !hadFailed(id, first, second, results)) {
              needless.add(String.format(Locale.ROOT, "%s at %s and at %s", id, first, second));
            }
          }
        });
    return needless;
  }

  private static boolean wasInFlight(
      String id, Instant first, Instant second, List<Instant> kills, List<Result> results) {
    return kills.stream()
        .filter(kill -> !kill.isBefore(first) && !kill.isAfter(second))
        .anyMatch(kill -> isOpen(id, first, kill, results));
  }

  private static boolean hadFailed(String id, Instant first, Instant second, List<Result> results) {
    return results.stream()
        .anyMatch(result ->
            result.isOf(id)
                && result.isBetween(first, second)
                && !result.attempt().outcome().isLast());
  }
}
