package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.processor.story.Matches.START;
import static org.parley.processor.story.Matches.match;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.parley.contract.Match;
import org.parley.contract.Member.Relation;
import org.parley.contract.Story;
import org.parley.processor.Prose;

class StoryLaneTest {
  private final MemoryLaneStore store = new MemoryLaneStore();
  private StoryLane lane = lane();

  private StoryLane lane() {
    return new StoryLane(store, StoryLane.Retention.STANDARD);
  }

  private Placement place(Match match, Duration after) {
    return lane.place(match, START.plus(after));
  }

  private Placement place(Match match) {
    return place(match, Duration.ZERO);
  }

  /// Prose that speaks of the same things throughout, as an article does.
  private static String article(long seed, int words) {
    String[] matters = Prose.of(seed + 1000, 8).split(" ");
    String[] prose = Prose.of(seed, words).split(" ");
    for (int i = 0; i < words; i += 5) {
      prose[i] = matters[(i / 5 * 3 + i / 40) % matters.length];
    }
    return String.join(" ", prose);
  }

  @Test
  void opensAStoryForATextOfItsOwn() {
    place(match("a", Prose.of(1, 100)));
    Placement second = place(match("b", Prose.of(2, 100)));

    assertThat(second.relation()).isEqualTo(Relation.OPENER);
    assertThat(second.story().storyId()).isEqualTo("b");
  }

  @Test
  void joinsACutCopyInAnotherSitesFrame() {
    String text = article(1, 300);
    place(match("a", text));

    Placement copy = place(match("b", Prose.of(5, 15) + ".\n\n" + text.substring(0, 800)));

    assertThat(copy.relation()).isEqualTo(Relation.PART);
    assertThat(copy.story().storyId()).isEqualTo("a");
    assertThat(copy.matchedId()).isEqualTo("a");
    assertThat(copy.measure()).isBetween(.55, .99);
  }

  @Test
  void joinsTheStoryThatContainsMostOfIt() {
    String one = Prose.of(1, 100);
    String other = Prose.of(2, 100);
    place(match("a", one + " " + other.substring(0, 200)));
    place(match("b", other));

    assertThat(place(match("c", other)).story().storyId()).isEqualTo("b");
    assertThat(place(match("d", one)).story().storyId()).isEqualTo("a");
  }

  @Test
  void opensAStoryForARoundUpOfOthers() {
    StringBuilder roundup = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      String article = Prose.of(i, 60);
      place(match("a" + i, article));
      roundup.append(article, 0, 280).append(' ');
    }

    assertThat(place(match("roundup", roundup.toString())).relation()).isEqualTo(Relation.QUOTES);
    assertThat(place(match("copy", Prose.of(3, 60) + " more")).story().storyId()).isEqualTo("a3");
  }

  @Test
  void takesASitesFrameForNoCopy() {
    String frame = Prose.of(77, 90) + ".\n\n";
    for (int i = 0; i < 12; i++) {
      String body = Prose.of(i, i < 8 ? 300 : 40);
      place(match("a" + i, frame + body));
    }

    Placement other = place(match("b", frame + Prose.of(50, 40)));
    Placement copy = place(match("c", frame + Prose.of(11, 40) + " again"));

    assertThat(other.relation()).isEqualTo(Relation.OPENER);
    assertThat(copy.story().storyId()).isEqualTo("a11");
  }

  @Test
  void takesVeryShortTextsAsCopiesOnlyWhenTheyAreTheSame() {
    place(match("a", "Talks begin in Geneva today"));

    assertThat(place(match("b", "Talks begin in Geneva today!")).story().storyId()).isEqualTo("a");
    assertThat(place(match("c", "Talks begin in Geneva tomorrow")).story().storyId())
        .isEqualTo("c");
  }

  @Test
  void neverTakesTextsWithoutWordsAsCopies() {
    place(match("a", ""));

    assertThat(place(match("b", "")).relation()).isEqualTo(Relation.OPENER);
  }

  @Test
  void tellsDailyNoticesApartByTheirNumbers() {
    String notice = Prose.of(1, 60);
    place(match("monday", notice + " 1160 troops 42 drones 17 tanks"));

    Placement tuesday =
        place(match("tuesday", notice + " 1210 troops 38 drones 9 tanks"), Duration.ofHours(24));
    Placement copy =
        place(match("copy", notice + " 1160 troops 42 drones 17 tanks"), Duration.ofHours(25));

    assertThat(tuesday.story().storyId()).isEqualTo("tuesday");
    assertThat(copy.story().storyId()).isEqualTo("monday");
  }

  @Test
  void takesNumbersThatDifferWithinHoursForAnUpdate() {
    String report = Prose.of(1, 60);
    place(match("a", report + " 12 dead 30 hurt 5 missing"));

    Placement update =
        place(match("b", report + " 15 dead 41 hurt 2 missing"), Duration.ofHours(2));

    assertThat(update.story().storyId()).isEqualTo("a");
  }

  @Test
  void comparesWithWhatCameInTheLastThreeDaysOnly() {
    String text = Prose.of(1, 100);
    place(match("a", text));

    assertThat(place(match("b", text), Duration.ofHours(71)).story().storyId()).isEqualTo("a");
    assertThat(place(match("c", text), Duration.ofHours(142)).story().storyId()).isEqualTo("a");
    assertThat(place(match("d", text), Duration.ofHours(220)).story().storyId()).isEqualTo("d");
  }

  @Test
  void goesByTheGreatestTimeSoFar() {
    String text = Prose.of(1, 100);
    place(match("a", text), Duration.ofHours(70));
    place(match("late", Prose.of(2, 100)), Duration.ofDays(-30));

    assertThat(place(match("b", text), Duration.ofHours(100)).story().storyId()).isEqualTo("a");
  }

  @Test
  void keepsARevisionInItsStoryForAMonth() {
    place(match("a", Prose.of(1, 100)));

    Placement revised = place(match("a", 2, "a.example", Prose.of(2, 100)), Duration.ofDays(29));

    assertThat(revised.relation()).isEqualTo(Relation.REVISION);
    assertThat(revised.story().articleCount()).isEqualTo(1);
    assertThat(revised.story().memberCount()).isEqualTo(2);
    assertThat(revised.story().sourceCount()).isEqualTo(1);
  }

  @Test
  void comparesWithTheLatestRevisionOnly() {
    place(match("a", Prose.of(1, 100)));
    place(match("a", 2, "a.example", Prose.of(2, 100)));

    assertThat(place(match("b", Prose.of(1, 100))).story().storyId()).isEqualTo("b");
    assertThat(place(match("c", Prose.of(2, 100))).story().storyId()).isEqualTo("a");
  }

  @Test
  void takesTheWordsOutOfWhatIsNoLongerComparedWith() {
    for (int i = 0; i < 50; i++) {
      place(match("a" + i, Prose.of(i, 60)));
    }
    place(match("later", Prose.of(98, 60)), Duration.ofDays(4));
    place(match("latest", Prose.of(99, 60)), Duration.ofDays(4));

    List<String> withWords = new ArrayList<>();
    store.each((id, record) -> {
      if (record.wording() != null) {
        withWords.add(id);
      }
    });
    assertThat(withWords).containsExactly("later", "latest");
    assertThat(store.size()).isEqualTo(52);
  }

  @Test
  void forgetsWhatIsOlderThanAMonth() {
    for (int i = 0; i < 20; i++) {
      place(match("a" + i, Prose.of(i, 60)));
    }
    place(match("later", Prose.of(99, 60)), Duration.ofDays(31));

    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void countsMoreSourcesThanItLists() {
    String text = Prose.of(1, 60);
    Placement last = place(match("first", text));
    for (int i = 0; i < 230; i++) {
      last = place(match("copy" + i, 1, "source" + (i % 220), text));
    }

    Story story = last.story();
    assertThat(story.memberCount()).isEqualTo(231);
    assertThat(story.sources()).hasSize(Story.MAX_SOURCES);
    assertThat(story.sourceCount()).isEqualTo(221);
    assertThat(story.articleCount()).isEqualTo(231);
  }

  @RepeatedTest(5)
  void decidesTheSameWhenItIsStoppedAndStartedAnywhere() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Match> log = log(random, 300);
    List<Duration> times = times(random, log.size());
    List<Placement> straight = run(log, times, new MemoryLaneStore(), null);

    List<Placement> interrupted = run(log, times, new MemoryLaneStore(), random);

    assertThat(interrupted).as("seed " + seed).isEqualTo(straight);
    assertThat(straight)
        .as("seed " + seed)
        .extracting(Placement::relation)
        .contains(Relation.OPENER, Relation.COPY, Relation.REVISION);
  }

  private static List<Placement> run(
      List<Match> log,
      List<Duration> times,
      MemoryLaneStore store,
      @org.jspecify.annotations.Nullable Random restarts) {
    StoryLane lane = new StoryLane(store, StoryLane.Retention.STANDARD);
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      if (restarts != null && restarts.nextInt(4) == 0) {
        lane = new StoryLane(store, StoryLane.Retention.STANDARD);
      }
      placements.add(lane.place(log.get(i), START.plus(times.get(i))));
    }
    return placements;
  }

  /// Few texts in many versions, so that most are copies, some in part, some revisions.
  private static List<Match> log(Random random, int size) {
    List<Match> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String text = Prose.of(random.nextInt(40), 40 + random.nextInt(120));
      if (random.nextInt(5) == 0) {
        text = text + " " + Prose.of(random.nextInt(40), 60);
      }
      log.add(match("article" + random.nextInt(200), i + 1, "s" + random.nextInt(30), text));
    }
    return log;
  }

  private static List<Duration> times(Random random, int size) {
    List<Duration> times = new ArrayList<>();
    int minutes = 0;
    for (int i = 0; i < size; i++) {
      minutes += random.nextInt(240);
      times.add(Duration.ofMinutes(minutes - random.nextInt(300)));
    }
    return times;
  }
}
