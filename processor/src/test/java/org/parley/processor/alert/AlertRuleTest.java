package org.parley.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Alert;
import org.parley.contract.ArticleRef;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Member.Relation;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Story;
import org.parley.processor.story.Placement;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

class AlertRuleTest {
  private static final Instant NOW = ManualClock.START;

  private static Placement placed(int sources, Set<Stage> gained, List<Mention> mentions) {
    ArticleRef article = Sample.article().build().ref();
    Match match =
        new Match(
            article,
            "en",
            Map.of(Mention.PEACE_TALKS, Stage.SCHEDULED),
            mentions,
            mentions.size(),
            List.of(),
            Fingerprint.EMPTY,
            List.of());
    List<String> names = IntStream.range(0, sources).mapToObj(i -> "s" + i + ".example").toList();
    Story story =
        new Story(
            article.articleId(),
            sources,
            "en",
            article.articleId(),
            new Story.Opener(article.articleId(), "s0.example", null, null, null, NOW),
            NOW,
            NOW,
            List.of(),
            sources,
            sources,
            names.subList(0, Math.min(names.size(), Story.MAX_SOURCES)),
            sources);
    return new Placement(
        match, story, Relation.COPY, article.articleId(), 1, List.of(), gained, NOW);
  }

  private static Mention mention(Stage stage) {
    return Sample.mention().stage(stage).build();
  }

  private static WatchHit hit(Integer... mentions) {
    return new WatchHit("peace-talks", "v1", List.of(mentions));
  }

  private static @Nullable Told told(int sources) {
    return new Told(1, sources, NOW);
  }

  private static Alert alert(Placement placed, WatchHit hit, @Nullable Told told) {
    return Objects.requireNonNull(AlertRule.decide(placed, hit, told), "no alert");
  }

  @ParameterizedTest
  @CsvSource({
    "2,0,",
    "3,0,3 sources",
    "4,0,4 sources",
    "4,3,",
    "9,3,",
    "10,3,10 sources",
    "29,10,",
    "30,10,30 sources",
    "31,30,",
    "300,30,"
  })
  void updatesAtTheThirdTenthAndThirtiethSource(int sources, int toldOf, @Nullable String reason) {
    Alert alert = AlertRule.decide(placed(sources, Set.of(), List.of()), hit(), told(toldOf));

    if (reason == null || alert == null) {
      assertThat(alert).as(reason).isNull();
      assertThat(reason).isNull();
    } else {
      assertThat(alert.reasons()).containsExactly(reason);
      assertThat(alert.kind()).isEqualTo(Alert.Kind.UPDATE);
      assertThat(alert.revision()).isEqualTo(2);
    }
  }

  @Test
  void countsWhatAWatchWasToldAtFirstSightAsTold() {
    Placement twelve = placed(12, Set.of(), List.of());
    Alert first = alert(twelve, hit(), null);
    assertThat(first.kind()).isEqualTo(Alert.Kind.NEW);

    Told told = AlertRule.remember(first, twelve);

    assertThat(AlertRule.decide(placed(13, Set.of(), List.of()), hit(), told)).isNull();
    assertThat(AlertRule.decide(placed(30, Set.of(), List.of()), hit(), told)).isNotNull();
  }

  @Test
  void updatesForAGainedStageOnlyWhenOneOfTheWatchsOwnMentionsHasIt() {
    List<Mention> mentions = List.of(mention(Stage.SCHEDULED), mention(Stage.COLLAPSED));
    Placement placed = placed(2, Set.of(Stage.COLLAPSED), mentions);

    assertThat(AlertRule.decide(placed, hit(0), told(0))).isNull();
    Alert alert = alert(placed, hit(0, 1), told(0));
    assertThat(alert.reasons()).containsExactly("new stage: collapsed");
  }

  @Test
  void namesTheArticlesStageUnlessTheWatchIsOfTextAlone() {
    Placement placed = placed(1, Set.of(), List.of(mention(Stage.SCHEDULED)));

    Alert tagged = alert(placed, hit(0), null);
    Alert text = alert(placed, hit(), null);

    assertThat(tagged.stage()).isEqualTo(Stage.SCHEDULED);
    assertThat(text.stage()).isNull();
    assertThat(text.mentions()).isEmpty();
  }

  @Test
  void carriesABoundedPartOfMentionsAndSourcesAndTheirCounts() {
    List<Mention> mentions = new ArrayList<>();
    IntStream.range(0, 90).forEach(i -> mentions.add(mention(Stage.SCHEDULED)));
    Integer[] all = IntStream.range(0, 90).boxed().toArray(Integer[]::new);

    Alert alert = alert(placed(120, Set.of(), mentions), hit(all), null);

    assertThat(alert.mentions()).hasSize(Alert.MAX_MENTIONS);
    assertThat(alert.mentionCount()).isEqualTo(90);
    assertThat(alert.sources()).hasSize(Alert.MAX_SOURCES);
    assertThat(alert.sourceCount()).isEqualTo(120);
  }
}
