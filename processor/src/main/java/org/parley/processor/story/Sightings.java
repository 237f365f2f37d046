package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where else the sampled shingles of a text stand, as far as the latest articles tell. It tells
/// what a comparison of two texts cannot: that words are a site's own (its frame: a sign-up block,
/// a list of links), since they stand in articles of many stories, or in some by the same
/// publisher.
final class Sightings {
  /// In how many stories a shingle is nobody's own.
  static final int COMMON = 8;

  /// In how many stories of one publisher a shingle is that site's. Figures make a sentence a
  /// notice's, not a frame's: yesterday's had the same words.
  private static final int SITE = 2;

  private final Body body;
  private final int[] places;
  private final long[][] numbers;
  private final List<List<String>> stories;
  private final boolean[] site;

  private Sightings(
      Body body, int[] places, long[][] numbers, List<List<String>> stories, boolean[] site) {
    this.body = body;
    this.site = site;
    this.places = places;
    this.numbers = numbers;
    this.stories = stories;
  }

  /// @param self the number of the text's own article, -1 when it is not in the index
  /// @param site its publisher, see [AnchorIndex.Anchor]
  static Sightings of(Body body, AnchorIndex index, long self, int site) {
    int[] shingles = body.shingles();
    int[] places = new int[shingles.length];
    int size = 0;
    for (int i = 0; i < shingles.length; i++) {
      if (Keys.isAsked(shingles[i])) {
        places[size++] = i;
      }
    }
    places = Arrays.copyOf(places, size);
    long[][] numbers = new long[size][];
    List<List<String>> stories = new ArrayList<>(size);
    boolean[] ofSite = new boolean[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = index.latest(shingles[places[i]], self);
      stories.add(distinct(numbers[i], index));
      ofSite[i] = stories.get(i).size() >= SITE && isOfSite(numbers[i], index, site);
    }
    return new Sightings(body, places, numbers, stories, ofSite);
  }

  private static boolean isOfSite(long[] numbers, AnchorIndex index, int site) {
    List<String> stories = new ArrayList<>(SITE);
    for (long number : numbers) {
      if (index.site(number) == site && !stories.contains(index.storyId(number))) {
        stories.add(index.storyId(number));
        if (stories.size() == SITE) {
          return true;
        }
      }
    }
    return false;
  }

  /// The stories of these articles; when they are many, the first of them.
  private static List<String> distinct(long[] numbers, AnchorIndex index) {
    if (numbers.length == 0) {
      return List.of();
    }
    List<String> stories = new ArrayList<>();
    for (int i = 0; i < numbers.length && stories.size() < COMMON; i++) {
      String story = index.storyId(numbers[i]);
      if (!stories.contains(story)) {
        stories.add(story);
      }
    }
    return stories;
  }

  /// How many sampled shingles there are.
  int size() {
    return places.length;
  }

  /// Which word the sampled shingle `i` begins with.
  int place(int i) {
    return places[i];
  }

  boolean isCommon(int i) {
    return stories.get(i).size() >= COMMON;
  }

  /// The stories of the sampled shingle `i`, all of them unless it is common.
  List<String> stories(int i) {
    return stories.get(i);
  }

  /// The latest articles that have the sampled shingle `i`.
  long[] numbers(int i) {
    return numbers[i];
  }

  /// Which words are a site's own: those of the sentences most of whose sampled shingles are
  /// common, and of sentences without any between such sentences, or between one and the text's
  /// end.
  boolean[] frame() {
    int[] ends = body.ends();
    int[] votes = new int[ends.length];
    for (int i = 0, sentence = 0; i < places.length; i++) {
      // A shingle is the sentence's in which its middle word stands.
      while (ends[sentence] <= places[i] + 1 && sentence < ends.length - 1) {
        sentence++;
      }
      boolean isFrame = isCommon(i) || site[i] && !hasFigure(sentence);
      votes[sentence] += isFrame ? COMMON_VOTE : 1;
    }
    boolean[] frame = new boolean[body.size()];
    for (int i = 0; i < ends.length; i++) {
      if (votes[i] == 0 ? isBetween(votes, i) : isFrame(votes[i])) {
        Arrays.fill(frame, i == 0 ? 0 : ends[i - 1], ends[i], true);
      }
    }
    return frame;
  }

  private boolean hasFigure(int sentence) {
    for (int i = sentence == 0 ? 0 : body.ends()[sentence - 1]; i < body.ends()[sentence]; i++) {
      if (Figures.isFigure(body.words()[i])) {
        return true;
      }
    }
    return false;
  }

  /// A vote for common counts up here, a vote against counts up by one.
  private static final int COMMON_VOTE = 1 << 16;

  private static boolean isFrame(int votes) {
    return votes >>> 16 > (votes & COMMON_VOTE - 1);
  }

  private static boolean isBetween(int[] votes, int sentence) {
    int before = sentence;
    while (before >= 0 && votes[before] == 0) {
      before--;
    }
    int after = sentence;
    while (after < votes.length && votes[after] == 0) {
      after++;
    }
    boolean open = before < 0 && after == votes.length;
    return !open
        && (before < 0 || isFrame(votes[before]))
        && (after == votes.length || isFrame(votes[after]));
  }
}
