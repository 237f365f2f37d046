package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.DeadLetter;
import org.parley.contract.LatencyListener;
import org.parley.contract.Member;
import org.parley.contract.Notice;
import org.parley.contract.Story;
import org.parley.contract.Watch;
import org.parley.contract.topic.World;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class NewsProcessorTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String BODY = "ceasefire " + Prose.of(1, 100);

  @TempDir Path first;
  @TempDir Path second;

  private static NewsProcessor started(TestWorld kafka, World world, Path stateDir)
      throws InterruptedException {
    var settings =
        new ProcessorSettings(
            world,
            kafka.bootstrapServers(),
            stateDir,
            "test",
            2,
            ProcessorSettings.SESSION,
            Map.of("client.rack", "lab"));
    NewsProcessor processor = new NewsProcessor(settings, new WordReading(), LatencyListener.NONE);
    processor.start();
    processor.awaitRunning(LIMIT);
    return processor;
  }

  private static Article article(String source, String body) {
    return Sample.article()
        .url("https://" + source + "/a")
        .source(source)
        .title("From " + source)
        .body(body)
        .build();
  }

  private static void publish(TestWorld kafka, World world, Article article) {
    kafka.write(world.articles(), article.articleId(), article, article.fetchedAt());
  }

  private static void put(TestWorld kafka, World world, Watch watch) {
    kafka.write(world.watches(), watch.watchId(), watch);
  }

  private static void drain(NewsProcessor processor) throws InterruptedException {
    assertThat(processor.progress().awaitDrained(LIMIT)).isTrue();
  }

  @Test
  void turnsArticlesIntoAlertsOnceAndGoesOnAfterItsStateIsLost(TestWorld kafka) throws Exception {
    World world = kafka.world();
    kafka.createTopics("peace-talks");
    put(kafka, world, Sample.watch().build());
    List<Article> copies =
        List.of(article("a.example", BODY), article("b.example", BODY), article("c.example", BODY));

    try (NewsProcessor processor = started(kafka, world, first)) {
      publish(kafka, world, copies.get(0));
      publish(kafka, world, copies.get(1));
      drain(processor);
      assertThat(processor.counts().heldBack()).isEqualTo(1);
    }
    try (NewsProcessor processor = started(kafka, world, second)) {
      publish(kafka, world, copies.get(0));
      publish(kafka, world, copies.get(2));
      drain(processor);
    }

    List<Alert> alerts = kafka.read(world.alerts()).rest();
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.NEW, Alert.Kind.UPDATE);
    assertThat(alerts.getLast().reasons()).containsExactly("3 sources");
    assertThat(kafka.read(world.alertsOf("peace-talks")).rest()).isEqualTo(alerts);
    assertThat(kafka.read(world.matches()).rest()).hasSize(3);
    assertThat(kafka.read(world.stories()).rest()).hasSize(3);
  }

  @Test
  void takesCopiesOfOneMillisecondOnDifferentPartitionsForOneStory(TestWorld kafka)
      throws Exception {
    World world = kafka.world();
    kafka.createTopics("peace-talks");
    put(kafka, world, Sample.watch().build());
    List<Article> copies = List.of(article("a.example", BODY), article("b.example", BODY));
    try (NewsProcessor processor = started(kafka, world, first)) {
      for (int partition : List.of(0, 1)) {
        Article copy = copies.get(partition);
        kafka.write(world.articles(), partition, copy.articleId(), copy, copy.fetchedAt());
      }
      drain(processor);
    }

    assertThat(kafka.read(world.members()).rest())
        .extracting(Member::relation)
        .containsExactly(Member.Relation.OPENER, Member.Relation.COPY);
    assertThat(kafka.read(world.alerts()).rest())
        .extracting(Alert::kind)
        .containsExactly(Alert.Kind.NEW);
  }

  @Test
  void givesOneAlertForAThousandCopiesInOneSecond(TestWorld kafka) throws Exception {
    World world = kafka.world();
    kafka.createTopics("peace-talks");
    put(kafka, world, Sample.watch().build());
    long seed = System.nanoTime();
    List<Article> copies = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String source = "s" + i % 200 + ".example";
      String frame = Prose.of(1000 + i % 200, 15);
      copies.add(
          Sample.article()
              .url("https://" + source + "/" + i)
              .source(source)
              .title("From " + source)
              .body(i % 3 == 0 ? frame + "\n\n" + BODY : BODY + "\n\n" + frame)
              .fetchedAt(ManualClock.START.plusMillis(i))
              .build());
    }
    Collections.shuffle(copies, new Random(seed));
    try (NewsProcessor processor = started(kafka, world, first)) {
      copies.forEach(copy -> publish(kafka, world, copy));
      drain(processor);
      assertThat(processor.counts().stories()).as("seed %d", seed).isEqualTo(1);
      assertThat(processor.counts().heldBack()).isEqualTo(1000 - 4);
    }

    List<Alert> alerts = kafka.read(world.alerts()).rest();
    assertThat(alerts)
        .as("seed %d", seed)
        .extracting(Alert::reasons)
        .containsExactly(
            List.of("first sight"),
            List.of("3 sources"),
            List.of("10 sources"),
            List.of("30 sources"));
    Story story = kafka.read(world.stories()).rest().getLast();
    assertThat(story.articleCount()).isEqualTo(1000);
    assertThat(story.sourceCount()).isEqualTo(200);
  }

  @Test
  void goesOnAfterPoisonOfEveryKind(TestWorld kafka) throws Exception {
    World world = kafka.world();
    kafka.createTopics("peace-talks");
    put(kafka, world, Sample.watch().build());
    try (NewsProcessor processor = started(kafka, world, first)) {
      put(kafka, world, Sample.watch().id("homeless").build());
      kafka.writeRaw(world.watches(), bytes("peace-talks"), bytes("{broken"));
      await().atMost(LIMIT).until(() -> processor.counts().watchesRefused() == 1);
      await().atMost(LIMIT).until(() -> processor.watchCount() == 2);
      kafka.writeRaw(world.articles(), null, bytes("poison"));
      kafka.writeRaw(world.articles(), bytes("large"), new byte[7_000_000]);
      publish(kafka, world, article("x.example", "unreadable"));
      publish(kafka, world, article("y.example", "enormous"));
      publish(kafka, world, article("a.example", BODY));
      drain(processor);
      assertThat(processor.state().isRunningOrRebalancing()).isTrue();
    }

    assertThat(kafka.read(world.alertsOf("peace-talks")).rest()).hasSize(1);
    assertThat(kafka.read(world.deadLetters()).rest())
        .extracting(DeadLetter::step)
        .containsExactlyInAnyOrder("analyse", "analyse", "analyse", "matches", "alert");
    Notice notice = kafka.read(world.notices()).next();
    assertThat(notice.subject()).isEqualTo("peace-talks");
    assertThat(notice.message()).contains("last good version stays in force");
  }

  @Test
  void writesTheNoticeOfABrokenWatchOnce(TestWorld kafka) throws Exception {
    World world = kafka.world();
    kafka.createTopics("peace-talks");
    put(kafka, world, Sample.watch().build());
    try (NewsProcessor processor = started(kafka, world, first)) {
      kafka.writeRaw(world.watches(), bytes("peace-talks"), bytes("{broken"));
      await().atMost(LIMIT).until(() -> processor.counts().watchesRefused() == 1);
    }

    try (NewsProcessor processor = started(kafka, world, first)) {
      assertThat(processor.counts().watchesRefused()).isEqualTo(1);
      assertThat(processor.watchCount()).isEqualTo(1);
    }

    assertThat(kafka.read(world.notices()).rest()).hasSize(1);
  }

  @Test
  void keepsTwoWorldsApart(TestWorld kafka) throws Exception {
    World one = kafka.world();
    World other = World.live(one.prefix() + ".other");
    kafka.createTopics("peace-talks");
    kafka.create(other.topics());
    kafka.create(List.of(other.alertsOf("peace-talks")));
    put(kafka, one, Sample.watch().build());
    put(kafka, other, Sample.watch().build());

    try (NewsProcessor here = started(kafka, one, first);
        NewsProcessor there = started(kafka, other, second)) {
      publish(kafka, one, article("a.example", BODY));
      publish(kafka, other, article("b.example", BODY));
      drain(here);
      drain(there);
      assertThat(here.counts().alerts()).as("alerts of %s", here.counts()).isEqualTo(1);
      assertThat(there.counts().alerts()).as("alerts of %s", there.counts()).isEqualTo(1);
    }

    assertThat(kafka.read(one.alerts()).next().article().source()).isEqualTo("a.example");
    Alert alert = kafka.read(other.alerts()).next();
    assertThat(alert.article().source()).isEqualTo("b.example");
    assertThat(alert.kind()).isEqualTo(Alert.Kind.NEW);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
