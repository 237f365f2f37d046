package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.LatencyListener;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Member.Relation;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

/// What the lanes say is a function of their log, `parley.matches`.
@ExtendWith(BrokerExtension.class)
class LaneLogTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final List<String> LANGUAGES = List.of("en", "uk", "ar", "fr");
  private static final int BATCH = 240;
  private static final Fingerprinter FINGERPRINTER = new Fingerprinter();

  @TempDir Path folder;

  private final long seed = Long.getLong("parley.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int written;

  /// Few texts in many versions, so that most articles are copies, cuts, updates or revisions.
  private Match match() {
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    int story = random.nextInt(25);
    String text = Prose.of(story * 7L + language.hashCode(), 40 + random.nextInt(80));
    if (random.nextInt(4) == 0) {
      text = text + ". " + Prose.of(random.nextInt(500), 50);
    }
    String source = "s" + random.nextInt(40) + ".example";
    Article article =
        Sample.article()
            .url("https://" + source + "/" + language + "/" + story + "/" + random.nextInt(3))
            .source(source)
            .revision(++written)
            .body(text)
            .fetchedAt(ManualClock.START.plusSeconds(40L * written - random.nextInt(3600)))
            .build();
    Stage stage = Stage.values()[random.nextInt(4)];
    Mention mention = Sample.mention().stage(stage).build();
    return new Match(
        article.ref(),
        language,
        Map.of(Mention.PEACE_TALKS, stage),
        List.of(mention),
        1,
        List.of(new Match.WatchHit("peace-talks", "v1", List.of(0))),
        FINGERPRINTER.of(article.text(), article.bodyStart(), language).fingerprint(),
        List.of());
  }

  /// Writes the same matches to the log of two worlds.
  private void write(TestWorld kafka, World one, World other) {
    for (int i = 0; i < BATCH; i++) {
      Match match = match();
      Instant at = match.article().fetchedAt();
      for (World world : List.of(one, other)) {
        int partition = LanePartitioner.partition(match.language(), world.matches().partitions());
        kafka.write(world.matches(), partition, match.language(), match, at);
      }
    }
  }

  private static int placed(TestWorld kafka, World world) {
    return kafka.records(world.members()).size();
  }

  private void awaitPlaced(TestWorld kafka, World world, int count) {
    await().atMost(LIMIT).until(() -> placed(kafka, world) >= count);
  }

  @Test
  void saysTheSameHoweverOftenTheLanesAreKilledAndMoved(TestWorld kafka) throws Exception {
    World straight = World.live(kafka.world().prefix() + "-straight");
    World disturbed = World.live(kafka.world().prefix() + "-disturbed");
    for (World world : List.of(straight, disturbed)) {
      List<Topic<?>> topics = new ArrayList<>(world.topics());
      topics.add(world.alertsOf("peace-talks"));
      kafka.create(topics);
    }
    String servers = kafka.bootstrapServers();

    write(kafka, straight, disturbed);
    try (var one = LaneInstance.start(servers, disturbed, folder.resolve("one"), 1)) {
      awaitPlaced(kafka, disturbed, BATCH / 3);
      one.kill();
    }
    write(kafka, straight, disturbed);
    try (var two = LaneInstance.start(servers, disturbed, folder.resolve("two"), 2)) {
      awaitPlaced(kafka, disturbed, BATCH + BATCH / 3);
      try (var three = LaneInstance.start(servers, disturbed, folder.resolve("three"), 1)) {
        write(kafka, straight, disturbed);
        awaitPlaced(kafka, disturbed, 2 * BATCH + BATCH / 3);
        two.kill();
        write(kafka, straight, disturbed);
        awaitPlaced(kafka, disturbed, 3 * BATCH + BATCH / 3);
        three.kill();
      }
    }
    try (var again = LaneInstance.start(servers, disturbed, folder.resolve("one"), 3)) {
      awaitPlaced(kafka, disturbed, written);
    }
    try (var processor = started(kafka, straight)) {
      awaitPlaced(kafka, straight, written);
    }

    // A transaction ends on one partition after the other.
    await().atMost(LIMIT).untilAsserted(() -> assertSaidTheSame(kafka, straight, disturbed));
    assertThat(kafka.read(straight.members()).rest())
        .as("seed %d", seed)
        .hasSize(written)
        .extracting(Member::relation)
        .contains(Relation.OPENER, Relation.COPY, Relation.REVISION);
    assertThat(kafka.read(straight.alerts()).rest())
        .extracting(Alert::kind)
        .contains(Alert.Kind.NEW, Alert.Kind.UPDATE);
  }

  private void assertSaidTheSame(TestWorld kafka, World straight, World disturbed) {
    Map<String, List<String>> said = said(kafka, disturbed);
    said(kafka, straight)
        .forEach((where, lines) ->
            assertThat(said.remove(where)).as("%s, seed %d", where, seed).isEqualTo(lines));
    assertThat(said).isEmpty();
  }

  private NewsProcessor started(TestWorld kafka, World world) throws InterruptedException {
    var settings =
        new ProcessorSettings(
            world,
            kafka.bootstrapServers(),
            folder.resolve("straight"),
            "straight",
            1,
            ProcessorSettings.SESSION,
            Map.of());
    NewsProcessor processor = new NewsProcessor(settings, new WordReading(), LatencyListener.NONE);
    processor.start();
    processor.awaitRunning(LIMIT);
    return processor;
  }

  private static String headers(Headers headers) {
    StringBuilder all = new StringBuilder();
    headers.forEach(header ->
        all.append(' ')
            .append(header.key())
            .append('=')
            .append(new String(header.value(), StandardCharsets.UTF_8)));
    return all.toString();
  }

  /// All that the lanes of a world wrote, in its order: by topic, partition and lane.
  private static Map<String, List<String>> said(TestWorld kafka, World world) {
    Map<String, List<String>> said = new TreeMap<>();
    List.of(world.members(), world.stories(), world.alerts(), world.alertsOf("peace-talks"))
        .forEach(topic ->
            kafka
                .records(topic)
                .forEach(record -> {
                  String value = new String(record.value(), StandardCharsets.UTF_8);
                  String lane = value.replaceFirst("(?s).*?\"language\":\"(\\w+)\".*", "$1");
                  TopicPartition place = new TopicPartition(record.topic(), record.partition());
                  String where = place.toString().substring(world.prefix().length()) + " " + lane;
                  said.computeIfAbsent(where, _ -> new ArrayList<>())
                      .add(record.timestamp() + headers(record.headers()) + " " + value);
                }));
    return said;
  }
}
