package org.parley.processor.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Tells which event each new story of a lane reports, once, when it opens. Online: a story is
/// compared with those that came before it, by what their words tell given the stories of the lane
/// that are in the window (see [Likeness]). It joins the event to whose nearest stories it is like
/// enough, and opens an event of its own otherwise (Allan et al., *Topic detection and tracking
/// pilot study*, 1998).
///
/// In memory and rebuilt from the lane's records; what it answers depends only on the stories that
/// are in it and on their order. Not thread-safe.
public final class EventIndex {
  /// From which likeness on a story reports an event.
  private static final double LEAST = .22;

  /// How much of the likeness to a story is taken off when that opened as long ago as the window
  /// lasts: the day after, the same words tell of the next happening.
  private static final double AGEING = .1;

  /// To how many of an event's stories a new one must be like, on average: more than one, lest
  /// events chain.
  private static final int NEAREST = 3;

  /// How many stories are compared.
  private static final int MOST = 8;

  /// How much of what a story's words tell must be in the telling words that it shares with another
  /// for the two to be compared.
  private static final double LEAST_SHARED = .02;

  private final StoryCounts counts = new StoryCounts();
  private final TellingWords words = new TellingWords();
  private final double ageing;

  /// @param window how long a story is compared with others
  public EventIndex(Duration window) {
    ageing = AGEING / Math.max(1, window.toMillis());
  }

  /// How much a word tells, given the stories of the lane.
  ///
  /// @return the logarithm of how many stories there are to each that has the word; above 0
  public double rarity(int word) {
    return Logarithms.ofHalves(2L * counts.stories() + 2)
        - Logarithms.ofHalves(2L * counts.of(word) + 1);
  }

  /// Finds the event of a story that opens, and adds the story.
  ///
  /// @param number its place in the lane's order, greater than all before
  /// @param at the lane's time, in milliseconds of the epoch
  /// @param stories by number; none when it is no longer known
  public Happening open(
      long number, String storyId, Terms terms, long at, LongFunction<@Nullable Reported> stories) {
    if (terms.size() == 0) {
      return new Happening(storyId, 0, storyId, Filed.NOTHING);
    }
    counts.add(terms);
    Likeness likeness = new Likeness(terms, counts);
    int[] asked = likeness.telling(TellingWords.ASKED);
    Map<String, Links> events = new LinkedHashMap<>();
    for (long each : words.sharing(terms, asked, likeness, LEAST_SHARED, MOST)) {
      Reported story = stories.apply(each);
      if (story != null) {
        double link =
            likeness.to(story.wording(), story.length()) - ageing * Math.max(0, at - story.at());
        events.computeIfAbsent(story.eventId(), _ -> new Links()).add(story.storyId(), link);
      }
    }
    Filed filed = new Filed(file(number, terms, asked), likeness.length());
    return likest(events, storyId, filed);
  }

  private static Happening likest(Map<String, Links> events, String storyId, Filed filed) {
    Happening likest = new Happening(storyId, 0, storyId, filed);
    for (Map.Entry<String, Links> event : events.entrySet()) {
      double mean = event.getValue().mean();
      if (mean >= LEAST && mean > likest.measure()) {
        likest = new Happening(event.getKey(), mean, event.getValue().nearest, filed);
      }
    }
    return likest;
  }

  /// How like a new story is to an event's.
  private static final class Links {
    private final double[] likest = new double[NEAREST];
    private int size;
    private String nearest = "";

    void add(String storyId, double link) {
      if (size == 0 || link > likest[0]) {
        nearest = storyId;
      }
      int at = size < NEAREST ? size++ : NEAREST;
      if (at == NEAREST) {
        if (link <= likest[--at]) {
          return;
        }
      }
      while (at > 0 && likest[at - 1] < link) {
        likest[at] = likest[at - 1];
        at--;
      }
      likest[at] = link;
    }

    double mean() {
      return Arrays.stream(likest, 0, size).sum() / size;
    }
  }

  /// Adds a story as its record tells.
  ///
  /// @param telling see [Filed]
  public void add(long number, Terms terms, List<Integer> telling) {
    if (terms.size() > 0) {
      counts.add(terms);
      words.add(number, telling.stream().map(terms::at).toList());
    }
  }

  /// Adds the later revision of a story's first article, the earlier one having been taken out.
  ///
  /// @return how it is filed now
  public Filed revise(long number, Terms terms) {
    if (terms.size() == 0) {
      return Filed.NOTHING;
    }
    counts.add(terms);
    Likeness likeness = new Likeness(terms, counts);
    return new Filed(file(number, terms, likeness.telling(TellingWords.ASKED)), likeness.length());
  }

  /// Takes out a story.
  ///
  /// @param terms as they were added
  public void remove(long number, Terms terms) {
    if (terms.size() > 0) {
      counts.subtract(terms);
      words.remove(number);
    }
  }

  private List<Integer> file(long number, Terms terms, int[] asked) {
    List<Integer> telling = new ArrayList<>();
    for (int term : Arrays.copyOf(asked, Math.min(asked.length, TellingWords.FILED))) {
      telling.add(terms.place(term));
    }
    telling.sort(null);
    words.add(number, telling.stream().map(terms::at).toList());
    return telling;
  }
}
