package org.parley.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.processor.alert.PlacementBuilder.NOW;
import static org.parley.processor.alert.PlacementBuilder.hit;
import static org.parley.processor.alert.PlacementBuilder.mention;
import static org.parley.processor.alert.PlacementBuilder.placed;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contract.Alert;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Member.Relation;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Claim;
import org.parley.contract.Mention.Claim.Modality;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.processor.story.Placement;
import org.parley.testkit.Sample;

class AlertRuleTest {
  private static Told told(int sources, String... denials) {
    return new Told(1, sources, Set.of(), Set.of(denials), List.of(), NOW);
  }

  private static Alert alert(Placement placed, WatchHit hit, @Nullable Told told) {
    return Objects.requireNonNull(AlertRule.decide(placed, hit, told), "no alert");
  }

  private static List<String> reasons(PlacementBuilder placed, WatchHit hit, Told told) {
    Alert alert = AlertRule.decide(placed.build(), hit, told);
    return alert == null ? List.of() : alert.reasons();
  }

  private static Claim denied(@Nullable String speaker) {
    return new Claim(Modality.NEGATED, speaker != null, speaker);
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
    Placement placed = placed(Relation.COPY).sources(sources).build();
    Alert alert = AlertRule.decide(placed, hit(), told(toldOf));

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
    Placement twelve = placed(Relation.COPY).sources(12).build();
    Alert first = alert(twelve, hit(), null);
    assertThat(first.kind()).isEqualTo(Alert.Kind.NEW);
    assertThat(first.reasons()).containsExactly("first sight");

    Told told = AlertRule.remember(first, twelve, hit(), null);

    assertThat(reasons(placed(Relation.COPY).sources(13), hit(), told)).isEmpty();
    assertThat(reasons(placed(Relation.COPY).sources(30), hit(), told)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Relation.class,
      names = {"COPY", "PART"})
  void tellsNothingOfAMereCopyWhateverItsHeadlineSays(Relation relation) {
    Mention headline =
        mention(0, "Talks collapse").stage(Stage.COLLAPSED).claim(denied("Russia")).build();
    Mention body = mention(2, "held peace talks").claim(denied("Ukraine")).build();
    PlacementBuilder copy =
        placed(relation).gained(Stage.COLLAPSED).added(0).mentions(headline, body);

    assertThat(reasons(copy, hit(0, 1), told(0))).isEmpty();
  }

  @Test
  void tellsOfStageAndDenialThatACopyAdded() {
    Mention added =
        mention(3, "no peace talks").stage(Stage.REFUSED).claim(denied("Russia")).build();
    PlacementBuilder copy = placed(Relation.COPY).gained(Stage.REFUSED).mentions(added);

    assertThat(reasons(copy.added(3), hit(0), told(0)))
        .containsExactly("new stage: refused", "denied by Russia");
    assertThat(reasons(copy.added(2), hit(0), told(0))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Relation.class,
      names = {"UPDATE", "REVISION"})
  void tellsOfMentionsInTheTextThatWasAdded(Relation relation) {
    Mention old = mention(1, "held peace talks").build();
    Mention added = mention(3, "a second round of peace talks").build();
    PlacementBuilder update = placed(relation).mentions(old, added);

    assertThat(reasons(update.added(3), hit(0, 1), told(0)))
        .containsExactly("new mention: a second round of peace talks");
    assertThat(reasons(update.added(2), hit(0, 1), told(0))).isEmpty();
    assertThat(reasons(update.added(3), hit(0), told(0))).isEmpty();
    assertThat(reasons(update.added(1, 2, 3), hit(0, 1), told(0)))
        .containsExactly(
            "new mention: held peace talks", "new mention: a second round of peace talks");
  }

  @Test
  void tellsOfASentenceOnce() {
    PlacementBuilder update =
        placed(Relation.UPDATE).added(3).mentions(mention(3, "New peace talks!").build());
    Told before = told(0);
    Alert alert = alert(update.build(), hit(0), before);

    Told after = AlertRule.remember(alert, update.build(), hit(0), before);

    assertThat(reasons(update, hit(0), after)).isEmpty();
    update.mentions(mention(3, "“New peace\ntalks”").build());
    assertThat(reasons(update, hit(0), after)).isEmpty();
    update.mentions(mention(3, "Newer peace talks").build());
    assertThat(reasons(update, hit(0), after)).hasSize(1);
  }

  @Test
  void remembersABoundedNumberOfSentencesTheLatest() {
    Mention[] mentions = new Mention[Told.MAX_MENTIONS + 1];
    Arrays.setAll(mentions, i -> mention(1, "peace talks " + i).build());
    Integer[] all = IntStream.range(0, mentions.length).boxed().toArray(Integer[]::new);
    Told told = Told.nothing(NOW);
    for (int from = 0; from < mentions.length; from += 100) {
      Mention[] some = Arrays.copyOfRange(mentions, from, Math.min(from + 100, mentions.length));
      Placement placed = placed(Relation.UPDATE).added(1).mentions(some).build();
      WatchHit hit = hit(Arrays.copyOf(all, some.length));
      told = AlertRule.remember(alert(placed, hit, told), placed, hit, told);
    }

    assertThat(told.mentions()).hasSize(Told.MAX_MENTIONS);
    assertThat(told.isNews(mentions[0])).isTrue();
    assertThat(told.isNews(mentions[1])).isFalse();
    assertThat(told.isNews(mentions[Told.MAX_MENTIONS])).isFalse();
  }

  @Test
  void takesAnotherHeadlineForNoNewMention() {
    PlacementBuilder update =
        placed(Relation.UPDATE).added(0, 2).mentions(mention(0, "Peace talks begin").build());

    assertThat(reasons(update, hit(0), told(0))).isEmpty();
  }

  @Test
  void takesAMentionBeyondTheSentencesThatAreShownForNewWhenSomeThereAre() {
    PlacementBuilder update =
        placed(Relation.UPDATE).shown(2).mentions(mention(3, "more peace talks").build());

    assertThat(reasons(update.added(2), hit(0), told(0))).hasSize(1);
    assertThat(reasons(update.added(1), hit(0), told(0))).isEmpty();
  }

  @Test
  void namesThreeNewMentionsAndCountsTheOthers() {
    List<Mention> added =
        IntStream.range(0, 5).mapToObj(i -> mention(2, "talks no. " + i).build()).toList();

    assertThat(
            reasons(placed(Relation.UPDATE).added(2).mentions(added), hit(0, 1, 2, 3, 4), told(0)))
        .containsExactly(
            "new mention: talks no. 0",
            "new mention: talks no. 1",
            "new mention: talks no. 2",
            "2 more new mentions");
  }

  @Test
  void updatesForAGainedStageOnlyWhenOneOfTheWatchsOwnMentionsHasIt() {
    PlacementBuilder update =
        placed(Relation.UPDATE)
            .gained(Stage.COLLAPSED)
            .mentions(
                mention(1, "talks are set").stage(Stage.SCHEDULED).build(),
                mention(2, "talks broke down").stage(Stage.COLLAPSED).build());

    assertThat(reasons(update, hit(0), told(0))).isEmpty();
    assertThat(reasons(update, hit(0, 1), told(0))).containsExactly("new stage: collapsed");
  }

  @Test
  void tellsOfADenialOnceForEachWhoDenies() {
    PlacementBuilder update =
        placed(Relation.UPDATE)
            .mentions(mention(1, "no peace talks").claim(denied("Russia")).build());
    Told before = told(0);

    Alert alert = alert(update.build(), hit(0), before);
    assertThat(alert.reasons()).containsExactly("denied by Russia");
    Told after = AlertRule.remember(alert, update.build(), hit(0), before);
    assertThat(reasons(update, hit(0), after)).isEmpty();

    update.mentions(mention(1, "no peace talks").claim(denied("Hamas")).build());
    assertThat(reasons(update, hit(0), after)).containsExactly("denied by Hamas");
  }

  @Test
  void knowsTheDenialsOfTheFirstSight() {
    PlacementBuilder first =
        placed(Relation.OPENER)
            .mentions(mention(1, "no peace talks").claim(denied("Russia")).build());
    Alert alert = alert(first.build(), hit(0), null);
    assertThat(alert.reasons()).containsExactly("first sight");

    Told told = AlertRule.remember(alert, first.build(), hit(0), null);

    assertThat(told.denials()).containsExactly("denied by Russia");
  }

  @Test
  void readsWhatAnOlderVersionRemembered() {
    String old = "{\"revision\": 2, \"sources\": 3, \"at\": \"2026-03-01T06:00:00Z\"}";

    Told told = Json.read(old, Told.class);

    assertThat(told.sources()).isEqualTo(3);
    assertThat(told.denials()).isEmpty();
    assertThat(told.mentions()).isEmpty();
  }

  @Test
  void tellsAWatchOfEventsOfAnotherStoryOnlyWhatItWasNotToldOf() {
    WatchHit hit = new WatchHit("peace-talks", "v1", List.of(0), Watch.Once.EVENT);
    Placement first = opened(Stage.SCHEDULED);
    Alert alert = alert(first, hit, null);
    assertThat(alert.alertId()).isEqualTo(Ids.alert("peace-talks", "event"));
    Told told = AlertRule.remember(alert, first, hit, null);

    assertThat(AlertRule.decide(opened(Stage.SCHEDULED), hit, told)).isNull();
    Alert update = alert(opened(Stage.COLLAPSED), hit, told);

    assertThat(update.alertId()).isEqualTo(alert.alertId());
    assertThat(update.reasons()).containsExactly("new stage: collapsed");
    assertThat(AlertRule.told(first, hit(0))).isEqualTo(first.story().storyId());
  }

  /// A story of its own, all sentences and stages of which are new in it.
  private static Placement opened(Stage stage) {
    return placed(Relation.OPENER)
        .gained(stage)
        .added(0, 1, 2, 3)
        .mentions(Sample.mention().stage(stage).build())
        .build();
  }

  @Test
  void namesThePartiesWhenNobodyIsKnownToHaveDenied() {
    Mention denied =
        mention(1, "no peace talks").claim(denied(null)).parties("Ukraine", "Russia").build();
    Mention nobody = mention(1, "no peace talks").claim(denied(null)).build();

    assertThat(Denial.of(denied)).isEqualTo("talks of Russia and Ukraine denied");
    assertThat(Denial.of(nobody)).isNull();
    assertThat(Denial.of(mention(1, "peace talks").parties("Russia").build())).isNull();
  }

  @Test
  void namesTheArticlesStageUnlessTheWatchIsOfTextAlone() {
    Placement placed =
        placed(Relation.OPENER)
            .mentions(mention(1, "peace talks").stage(Stage.SCHEDULED).build())
            .build();

    Alert tagged = alert(placed, hit(0), null);
    Alert text = alert(placed, hit(), null);

    assertThat(tagged.stage()).isEqualTo(Stage.SCHEDULED);
    assertThat(tagged.eventId()).isEqualTo("event");
    assertThat(text.stage()).isNull();
    assertThat(text.mentions()).isEmpty();
  }

  @Test
  void carriesABoundedPartOfMentionsAndSourcesAndTheirCounts() {
    Mention[] mentions = new Mention[90];
    Arrays.setAll(mentions, i -> mention(1, "peace talks").build());
    Integer[] all = IntStream.range(0, 90).boxed().toArray(Integer[]::new);
    Placement placed = placed(Relation.OPENER).sources(120).mentions(mentions).build();

    Alert alert = alert(placed, hit(all), null);

    assertThat(alert.mentions()).hasSize(Alert.MAX_MENTIONS);
    assertThat(alert.mentionCount()).isEqualTo(90);
    assertThat(alert.sources()).hasSize(Alert.MAX_SOURCES);
    assertThat(alert.sourceCount()).isEqualTo(120);
  }
}
