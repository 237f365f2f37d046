package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.parley.app.crash.Deliveries.Result;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Ids;
import org.parley.contract.Outcome;
import org.parley.contract.Story;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;
import org.parley.processor.Progress;

/// What must hold of a Parley that was disturbed, once it had the time to finish: nothing lost,
/// nothing doubled, and everything as if nothing had happened.
final class Books {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Installation parley;
  private final World world = Installation.WORLD;
  private final Path scratch;

  /// @param scratch for the state of what is run in comparison
  Books(Installation parley, Path scratch) {
    this.parley = parley;
    this.scratch = scratch;
  }

  /// Waits until everything that was published is processed and delivered, and checks it all.
  ///
  /// @param articles how many revisions each has, by its address
  /// @param kills the moments at which Parley was killed
  void check(Map<String, Integer> articles, Deliveries deliveries, List<Instant> kills)
      throws InterruptedException {
    articlesAre(articles);
    awaitProcessed();
    areUndisturbed();
    delivered(deliveries);
    balance();
    assertThat(deliveries.needless(kills, results())).as("needless repeats").isEmpty();
  }

  /// Waits until all that was published is processed.
  void awaitProcessed() throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", parley.servers()))) {
      assertThat(new Progress(admin, world).awaitDrained(LIMIT)).as("all is processed").isTrue();
    }
  }

  /// Every revision of every article comes to stand in the log, once.
  private void articlesAre(Map<String, Integer> revisions) {
    Map<String, List<Integer>> owed = new TreeMap<>();
    revisions.forEach((url, last) -> owed.put(url, last == 1 ? List.of(1) : List.of(1, 2)));
    // Entries of feeds come with the next poll.
    await().atMost(LIMIT).until(() -> articles().keySet().containsAll(owed.keySet()));
    assertThat(articles()).as("articles in the log").isEqualTo(owed);
  }

  private Map<String, List<Integer>> articles() {
    Map<String, List<Integer>> found = new TreeMap<>();
    for (Written written : all(world.articles())) {
      Article article = written.as(world.articles());
      found
          .computeIfAbsent(String.valueOf(article.url()), _ -> new ArrayList<>())
          .add(article.revision());
    }
    return found;
  }

  /// The processor's output is that of one that nobody disturbed.
  private void areUndisturbed() throws InterruptedException {
    var undisturbed = new Undisturbed(parley.servers(), world, scratch);
    assertThat(all(world.matches()))
        .as("matches")
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(all(undisturbed.analysed().matches()));
    World placed = undisturbed.placed();
    same(world.stories(), placed.stories(), Story::language);
    same(world.alerts(), placed.alerts(), Alert::language);
    for (String watch : watches()) {
      same(world.alertsOf(watch), placed.alertsOf(watch), Alert::language);
    }
    assertThat(all(world.deadLetters())).as("dead letters").isEmpty();
  }

  /// Byte for byte and in the same order, where there is one: within a partition, of each lane. Two
  /// lanes may meet in one partition in any order.
  private <V> void same(Topic<V> ours, Topic<V> theirs, Function<V, String> lane) {
    assertThat(byLane(ours, lane)).as("%s", ours.name()).isEqualTo(byLane(theirs, lane));
  }

  private <V> Map<String, List<Written>> byLane(Topic<V> topic, Function<V, String> lane) {
    return all(topic).stream()
        .collect(
            Collectors.groupingBy(
                written -> written.partition() + " " + lane.apply(written.as(topic)),
                TreeMap::new,
                Collectors.toList()));
  }

  private List<String> watches() {
    return all(world.watches()).stream().map(Written::key).distinct().toList();
  }

  /// The receiver has every delivery that the endpoint is owed, from the beginning of its term on,
  /// and no other. It need not have those in whose place a newer revision of the alert went, as the
  /// log of attempts says.
  private void delivered(Deliveries deliveries) {
    List<String> owed =
        all(world.alerts()).stream()
            .map(written -> written.as(world.alerts()))
            .filter(endpoint()::takes)
            .map(alert -> Ids.delivery(alert.alertId(), alert.revision(), Installation.ENDPOINT))
            .toList();
    assertThat(owed).as("alerts").isNotEmpty().doesNotHaveDuplicates();
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> {
          Set<String> needed = new TreeSet<>(owed);
          needed.removeAll(superseded());
          needed.removeAll(deliveries.byId().keySet());
          assertThat(needed).as("webhooks that did not come: %s", attempts(needed)).isEmpty();
        });
    assertThat(owed).as("alerts").containsAll(deliveries.byId().keySet());
  }

  private Endpoint endpoint() {
    return all(world.endpoints()).stream()
        .filter(written -> written.key().equals(Installation.ENDPOINT))
        .map(written -> written.as(world.endpoints()))
        .toList()
        .getLast();
  }

  private List<Result> attempts(Set<String> ids) {
    return results().stream()
        .filter(result -> ids.contains(result.attempt().deliveryId()))
        .toList();
  }

  private Set<String> superseded() {
    return results().stream()
        .map(Result::attempt)
        .filter(attempt -> attempt.outcome() == Outcome.SUPERSEDED)
        .map(Attempt::deliveryId)
        .collect(Collectors.toSet());
  }

  /// The log of attempts.
  List<Result> results() {
    return all(world.attempts()).stream()
        .map(written ->
            new Result(Instant.ofEpochMilli(written.timestamp()), written.as(world.attempts())))
        .toList();
  }

  /// `parley audit` finds nothing amiss, and nothing to be done.
  private void balance() {
    try (ParleyProcess audit = parley.ended("audit")) {
      assertThat(audit.exitCode()).as("%s", audit).isZero();
      assertThat(audit.lines()).contains("balanced").anyMatch(line -> line.contains("pending 0"));
    }
  }

  private List<Written> all(Topic<?> topic) {
    return Written.all(parley.servers(), topic);
  }
}
