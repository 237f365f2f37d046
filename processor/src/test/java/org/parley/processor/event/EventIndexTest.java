package org.parley.processor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.parley.processor.Prose;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.fingerprint.Wording;

class EventIndexTest {
  private static final Duration WINDOW = Duration.ofHours(72);
  private static final Fingerprinter FINGERPRINTER = new Fingerprinter();

  /// Two reports of one happening, in words of their own.
  private static final String ENVOYS =
      "Rebels free pilots in Sana. The rebels let two captured pilots fly home to Riyadh on Monday,"
          + " the Red Cross said, after a month of secret meetings in Muscat.";

  private static final String PILOTS =
      "Pilots home after captivity. Two airmen whom the rebels had held in Sana landed in Riyadh"
          + " late on Monday. The Red Cross took part in the meetings in Muscat.";

  private final Map<Long, Reported> stories = new TreeMap<>();
  private final Map<Long, List<Integer>> telling = new TreeMap<>();
  private EventIndex index = new EventIndex(WINDOW);
  private long next;

  private static Wording wording(String text) {
    return Wording.of(FINGERPRINTER.of(text, 0, "en").fingerprint());
  }

  private static Terms terms(String text) {
    return Terms.of(wording(text));
  }

  private Happening open(String text, Duration at) {
    Terms terms = terms(text);
    String storyId = "s" + next;
    Happening happening = index.open(next, storyId, terms, at.toMillis(), this::story);
    float length = happening.filed().length();
    stories.put(
        next, new Reported(storyId, happening.eventId(), at.toMillis(), wording(text), length));
    telling.put(next++, happening.filed().telling());
    return happening;
  }

  private Happening open(String text) {
    return open(text, Duration.ZERO);
  }

  private @Nullable Reported story(long number) {
    return stories.get(number);
  }

  private void otherNews() {
    for (int i = 0; i < 50; i++) {
      open(Prose.of(i, 60) + " the rebels of the north and the army said on Monday in a");
    }
  }

  @Test
  void opensAnEventForNewsOfItsOwn() {
    otherNews();

    Happening happening = open(ENVOYS);

    assertThat(happening.eventId()).isEqualTo("s50").isEqualTo(happening.nearest());
    assertThat(happening.measure()).isZero();
    assertThat(happening.filed().telling()).hasSize(TellingWords.FILED).isSorted();
  }

  @Test
  void joinsTheEventThatIsReportedInOtherWords() {
    otherNews();
    open(ENVOYS);

    Happening happening = open(PILOTS);

    assertThat(happening.eventId()).isEqualTo("s50");
    assertThat(happening.nearest()).isEqualTo("s50");
    assertThat(happening.measure()).isBetween(.24, .9);
  }

  @Test
  void keepsApartWhatSharesOnlyTheWordsOfAllStories() {
    String common = "The peace talks between Russia and Ukraine on a ceasefire went on in Geneva. ";
    for (int i = 0; i < 200; i++) {
      Happening happening = open(common + Prose.of(i, 40) + ". " + common);
      assertThat(happening.eventId()).as("%s", happening).isEqualTo("s" + i);
    }
  }

  @Test
  void asksForMoreLikenessAsTimePasses() {
    otherNews();
    open(ENVOYS);
    double atOnce = open(PILOTS).measure();

    index = new EventIndex(WINDOW);
    stories.clear();
    next = 0;
    otherNews();
    open(ENVOYS);
    Happening later = open(PILOTS, WINDOW.minusHours(1));

    assertThat(later.measure()).isLessThan(atOnce);
  }

  @Test
  void givesATextWithoutWordsAnEventOfItsOwn() {
    open("");
    Happening happening = open("…");

    assertThat(happening).isEqualTo(new Happening("s1", 0, "s1", Filed.NOTHING));
    index.add(2, terms(""), List.of());
    index.remove(2, terms(""));
    assertThat(index.revise(3, terms(""))).isEqualTo(Filed.NOTHING);
  }

  @Test
  void findsAStoryByItsLaterRevision() {
    otherNews();
    Happening first = open(Prose.of(99, 60));
    index.remove(50, terms(Prose.of(99, 60)));
    stories.remove(50L);
    Filed filed = index.revise(next, terms(ENVOYS));
    stories.put(next++, new Reported("s50", first.eventId(), 0, wording(ENVOYS), filed.length()));

    assertThat(filed.telling()).hasSize(TellingWords.FILED);
    assertThat(open(PILOTS).eventId()).isEqualTo("s50");
    assertThat(open(Prose.of(99, 60)).eventId()).isEqualTo("s53");
  }

  /// An index from which stories have left, old ones and revised ones, says what one says that was
  /// rebuilt from those that are there.
  @RepeatedTest(5)
  void goesOnAsIfItHadNeverStopped() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      if (random.nextInt(3) == 0 && !stories.isEmpty()) {
        List<Long> numbers = new ArrayList<>(stories.keySet());
        leave(numbers.get(random.nextInt(4) == 0 ? random.nextInt(numbers.size()) : 0));
      }
      String text = Prose.of(random.nextInt(40), 10 + random.nextInt(30));
      if (random.nextInt(8) == 0) {
        EventIndex before = index;
        index = rebuilt();
        Happening expected = before.open(next, "s" + next, terms(text), i, this::story);
        assertThat(open(text, Duration.ofMillis(i))).as("seed %d", seed).isEqualTo(expected);
      } else {
        open(text, Duration.ofMillis(i));
      }
    }
  }

  private void leave(long number) {
    Reported story = stories.remove(number);
    if (story != null) {
      index.remove(number, Terms.of(story.wording()));
    }
  }

  private EventIndex rebuilt() {
    EventIndex rebuilt = new EventIndex(WINDOW);
    stories.forEach((number, story) ->
        rebuilt.add(number, Terms.of(story.wording()), telling.getOrDefault(number, List.of())));
    return rebuilt;
  }
}
