package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.DeadLetter;
import org.parley.contract.Ids;
import org.parley.contract.Member;
import org.parley.contract.Member.Relation;
import org.parley.contract.Notice;
import org.parley.contract.Stage;
import org.parley.contract.Story;
import org.parley.testkit.ArticleBuilder;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

class NewsTopologyTest {
  private static final String BODY = "ceasefire " + Prose.of(1, 120);
  private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");

  @TempDir Path stateDir;
  private TopologyRun run;

  @BeforeEach
  void startWithOneWatch() {
    run = new TopologyRun(stateDir);
    run.put(Sample.watch().build());
  }

  @AfterEach
  void stop() {
    run.close();
  }

  private static ArticleBuilder article(String source) {
    return Sample.article()
        .url("https://" + source + "/a")
        .source(source)
        .title("Title of " + source)
        .body(BODY);
  }

  @Test
  void isWiredAsTheGoldenFileSays() throws IOException {
    String described = run.topology().describe().toString();
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, described);
    }
    assertThat(described).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void tellsAWatchOfAStoryAtFirstSight() {
    Article first = article("a.example").build();

    run.publish(first);

    TestRecord<String, Alert> record = run.records(run.world.alerts()).getFirst();
    Alert alert = record.value();
    assertThat(alert.kind()).isEqualTo(Alert.Kind.NEW);
    assertThat(alert.revision()).isEqualTo(1);
    assertThat(alert.reasons()).containsExactly("first sight");
    assertThat(alert.storyId()).isEqualTo(first.articleId());
    assertThat(alert.alertId()).isEqualTo(Ids.alert("peace-talks", first.articleId()));
    assertThat(alert.stage()).isEqualTo(Stage.CEASEFIRE);
    assertThat(alert.sources()).containsExactly("a.example");
    assertThat(alert.at()).isEqualTo(first.fetchedAt());
    assertThat(record.key()).isEqualTo(alert.alertId());
    assertThat(record.getRecordTime()).isEqualTo(first.fetchedAt());
    assertThat(run.alertsOf("peace-talks")).containsExactly(alert);
  }

  @Test
  void ordersEachLanguageInItsLane() {
    run.publish(article("a.example").statedLanguage("uk").build());

    TestRecord<String, ?> match = run.records(run.world.matches()).getFirst();
    assertThat(match.key()).isEqualTo("uk");
    assertThat(run.stories().getFirst().language()).isEqualTo("uk");
  }

  @ParameterizedTest
  @CsvSource({"en,4,1", "uk,4,2", "ru,4,3", "fr,4,0", "und,4,3", "en,1,0"})
  void keepsEveryLanguageOnItsPartitionForGood(String language, int partitions, int partition) {
    assertThat(LanePartitioner.partition(language, partitions)).isEqualTo(partition);
  }

  @Test
  void endsAnArticleThatSpeaksOfNothing() {
    run.publish(article("a.example").body("nothing of note " + Prose.of(2, 50)).build());

    assertThat(run.matches()).isEmpty();
    assertThat(run.tally.counts().unwanted()).isEqualTo(1);
  }

  @Test
  void keepsTheStoryOfAnArticleThatNoWatchWants() {
    run.removeWatch("peace-talks");

    run.publish(article("a.example").build());

    assertThat(run.stories()).hasSize(1);
    assertThat(run.alerts()).isEmpty();
  }

  @Test
  void holdsCopiesBackUntilTheThirdSource() {
    run.publish(article("a.example").build());
    run.publish(article("b.example").title("Another headline").build());
    assertThat(run.alerts()).extracting(Alert::kind).containsExactly(Alert.Kind.NEW);
    assertThat(run.tally.counts().heldBack()).isEqualTo(1);

    run.publish(article("c.example").build());

    Alert update = run.alerts().getFirst();
    assertThat(update.kind()).isEqualTo(Alert.Kind.UPDATE);
    assertThat(update.revision()).isEqualTo(2);
    assertThat(update.reasons()).containsExactly("3 sources");
    assertThat(update.sources()).containsExactly("a.example", "b.example", "c.example");
    assertThat(run.members())
        .extracting(Member::relation)
        .containsExactly(Relation.OPENER, Relation.COPY, Relation.COPY);
  }

  @Test
  void updatesWhenTheTextThatACopyAddsBringsANewStage() {
    run.publish(article("a.example").build());
    run.publish(
        article("b.example").body(BODY + ". Talks collapsed " + Prose.of(7, 25) + ".").build());

    Alert update = run.alerts().getLast();
    assertThat(update.kind()).isEqualTo(Alert.Kind.UPDATE);
    assertThat(update.reasons()).contains("new stage: collapsed");
  }

  @Test
  void dropsARedelivery() {
    run.publish(article("a.example").build());
    run.publish(article("a.example").build());
    run.publish(article("a.example").revision(2).build());

    assertThat(run.matches()).hasSize(1);
    assertThat(run.tally.counts().redeliveries()).isEqualTo(2);
  }

  @Test
  void keepsANewRevisionInItsStoryEvenWhenNothingOfTheTextIsLeft() {
    run.publish(article("a.example").build());
    run.publish(
        article("a.example")
            .revision(2)
            .statedLanguage("fr")
            .body("agreement " + Prose.of(9, 80))
            .build());

    Story story = run.stories().getLast();
    assertThat(story.storyId()).isEqualTo(article("a.example").build().articleId());
    assertThat(story.memberCount()).isEqualTo(2);
    assertThat(story.sourceCount()).isEqualTo(1);
    Alert update = run.alerts().getLast();
    assertThat(update.reasons()).startsWith("new stage: agreement");
    assertThat(update.articles()).isEqualTo(1);
  }

  @Test
  void dropsARevisionThatALaterOneHasOvertaken() {
    run.publish(article("a.example").revision(2).build());
    run.publish(article("a.example").revision(1).body("stalled " + Prose.of(3, 60)).build());

    assertThat(run.matches()).hasSize(1);
  }

  @Test
  void watchesChangeWhileItRuns() {
    run.put(Sample.watch().stages(Stage.COLLAPSED).build());
    run.publish(article("a.example").build());
    assertThat(run.alerts()).isEmpty();

    run.put(Sample.watch().build());
    run.publish(article("b.example").build());
    assertThat(run.alerts()).extracting(Alert::kind).containsExactly(Alert.Kind.NEW);

    run.removeWatch("peace-talks");
    run.publish(article("c.example").build());
    assertThat(run.alerts()).isEmpty();
  }

  @Test
  void leavesADeadLetterForAWatchWithoutATopic() {
    run.put(Sample.watch().id("homeless").build());

    run.publish(article("a.example").build());

    assertThat(run.alerts()).hasSize(2);
    assertThat(run.alertsOf("peace-talks")).hasSize(1);
    DeadLetter letter = run.deadLetters().getFirst();
    assertThat(letter.step()).isEqualTo("alert");
    assertThat(letter.topic()).isEqualTo("test.alerts.homeless");
    assertThat(letter.reason()).contains("test.alerts.homeless does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "null",
        "[]",
        "{\"articleId\":\"x\"}",
        "{\"articleId\":1} trailing"
      })
  void leavesADeadLetterForARecordThatIsNoArticle(String poison) {
    run.publishRaw(run.world.articles(), "poison", poison);
    run.publish(article("a.example").build());

    DeadLetter letter = run.deadLetters().getFirst();
    assertThat(letter.step()).isEqualTo("analyse");
    assertThat(letter.topic()).isEqualTo("test.articles");
    assertThat(letter.key()).isEqualTo("poison");
    assertThat(letter.value()).isEqualTo(poison);
    assertThat(letter.reason()).startsWith("not an Article");
    assertThat(run.alerts()).hasSize(1);
    assertThat(run.tally.counts().deadLetters()).isEqualTo(1);
  }

  @Test
  void keepsBytesThatAreNoTextInBase64() {
    run.publishRaw(run.world.articles(), "poison", new byte[] {(byte) 0xFF, 0, 1});

    assertThat(run.deadLetters().getFirst().value()).isEqualTo("base64:/wAB");
  }

  @Test
  void cutsAPoisonRecordThatAsADeadLetterWouldBeTooLarge() {
    byte[] poison = new byte[7_900_000];

    run.publishRaw(run.world.articles(), "poison", poison);

    TestRecord<String, DeadLetter> letter = run.records(run.world.deadLetters()).getFirst();
    byte[] written = run.world.deadLetters().value().serializer().serialize("x", letter.value());
    assertThat(written.length).isBetween(1_000_000, Bounded.MOST_BYTES);
  }

  @Test
  void leavesADeadLetterForAnArticleOnWhichTheAnalysisFails() {
    Article broken = article("a.example").body("unreadable").build();

    run.publish(broken);
    run.publish(article("b.example").build());

    DeadLetter letter = run.deadLetters().getFirst();
    assertThat(letter.step()).isEqualTo("analyse");
    assertThat(letter.key()).isEqualTo(broken.articleId());
    assertThat(letter.value()).contains("unreadable");
    assertThat(letter.reason()).isEqualTo("the analysis fails on this article");
    assertThat(run.alerts()).hasSize(1);
  }

  @Test
  void leavesADeadLetterForAnArticleWhoseTitleIsABook() {
    run.publish(article("a.example").title("x".repeat(30_000)).build());

    assertThat(run.deadLetters().getFirst().reason())
        .isEqualTo("title has 30000 characters; at most 20000 are taken");
  }

  @Test
  void leavesADeadLetterForAMatchThatIsTooLargeToWrite() {
    Article enormous = article("a.example").body("enormous").build();

    run.publish(enormous);
    run.publish(article("b.example").build());

    DeadLetter letter = run.deadLetters().getFirst();
    assertThat(letter.topic()).isEqualTo("test.articles");
    assertThat(letter.value()).contains("enormous");
    assertThat(letter.reason()).startsWith("too large for test.matches: 9");
    assertThat(run.alerts()).hasSize(1);
  }

  @Test
  void leavesADeadLetterForAMatchThatIsNone() {
    run.publishRaw(run.world.matches(), "en", "poison");

    assertThat(run.deadLetters().getFirst().step()).isEqualTo("lane");
  }

  @Test
  void keepsTheLastGoodVersionOfAWatchAndWritesANotice() {
    run.publishRaw(run.world.watches(), "peace-talks", "{\"watchId\":\"peace-talks\"");
    run.publish(article("a.example").build());

    assertThat(run.alerts()).hasSize(1);
    Notice notice = run.notices.getFirst();
    assertThat(notice.kind()).isEqualTo(Notice.Kind.WATCH_REFUSED);
    assertThat(notice.subject()).isEqualTo("peace-talks");
    assertThat(notice.message())
        .contains("its last good version stays in force", "line 1")
        .doesNotContain("Source");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poison",
        "{\"watchId\":\"other\",\"concept\":\"peace-talks\"}",
        "{\"watchId\":\"broken\"}",
        "{\"watchId\":\"broken\",\"query\":\"(unclosed\"}"
      })
  void refusesAWatchThatCannotBeFollowed(String poison) {
    run.publishRaw(run.world.watches(), "broken", poison);
    run.publishRaw(run.world.watches(), "broken", poison);

    assertThat(run.notices).hasSize(2);
    assertThat(run.notices)
        .extracting(Notice::noticeId)
        .containsOnly(run.notices.getFirst().noticeId());
    assertThat(run.notices.getFirst().message()).contains("'broken'", "it is not in force");
    assertThat(run.notices.getFirst().message()).doesNotContain("\n");
  }

  @Test
  void writesNoNoticeWhileWatchesAreRestored() {
    var partition = new org.apache.kafka.common.TopicPartition(run.world.watches().name(), 0);
    run.intake().onRestoreStart(partition, WatchStep.STORE, 0, 1);
    run.intake().take("broken", "poison".getBytes(StandardCharsets.UTF_8), ManualClock.START);
    run.intake().onRestoreEnd(partition, WatchStep.STORE, 1);

    assertThat(run.notices).isEmpty();
    assertThat(run.tally.counts().watchesRefused()).isEqualTo(1);
  }

  @Test
  void takesAnArticleFromTheFutureAsFetchedWhenItWasWritten() {
    Article future =
        article("a.example").fetchedAt(ManualClock.START.plus(Duration.ofDays(30_000))).build();
    run.publishRaw(
        run.world.articles(), future.articleId(), org.parley.contract.Json.write(future));
    run.publish(article("b.example").build());

    assertThat(run.matches().getFirst().article().fetchedAt()).isBefore(future.fetchedAt());
    assertThat(run.stories().getLast().sources()).isEqualTo(List.of("a.example", "b.example"));
  }
}
