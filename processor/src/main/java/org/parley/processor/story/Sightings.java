package org.parley.processor.story;

import java.util.Arrays;
import java.util.List;

/// Where else the sampled shingles of a text stand, as far as the latest articles tell. It tells
/// what a comparison of two texts cannot: that words are a site's own (its frame: a sign-up block,
/// a list of links), since they stand in articles of many stories, or in some by the same
/// publisher.
final class Sightings {
  /// In how many stories a shingle is nobody's own.
  static final int COMMON = 8;

  private static final long[] NOWHERE = {};

  private final Body body;
  private final AnchorIndex index;
  private final int[] places;
  private final long[][] numbers;

  /// By shingle, an article of each of its stories.
  private final long[][] stories;

  /// By shingle, whether it stands in two stories of the text's own publisher. Figures make a
  /// sentence a notice's, not a frame's: yesterday's had the same words.
  private final boolean[] site;

  private Sightings(
      Body body,
      AnchorIndex index,
      int[] places,
      long[][] numbers,
      long[][] stories,
      boolean[] site) {
    this.body = body;
    this.index = index;
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
    long[][] stories = new long[size][];
    boolean[] ofSite = new boolean[size];
    int[] keys = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = shingles[places[i]];
    }
    index.fetch(keys);
    Sighting seen = new Sighting(site);
    for (int i = 0; i < size; i++) {
      seen.clear();
      index.latest(keys[i], self, seen);
      numbers[i] = seen.numbers();
      stories[i] = seen.firsts();
      ofSite[i] = seen.isOfSite;
    }
    return new Sightings(body, index, places, numbers, stories, ofSite);
  }

  /// Where one shingle stands: the latest articles that have it, until they are of so many stories
  /// that it is common, since more would not tell more.
  private static final class Sighting implements AnchorIndex.Reader {
    private final int site;
    private final long[] numbers = new long[AnchorIndex.LATEST];
    private int size;
    private final int[] stories = new int[COMMON];
    private final long[] firsts = new long[COMMON];
    private int distinct;

    /// The last story by the text's publisher, if there is one.
    private int ofSite;

    private boolean hasOfSite;
    private boolean isOfSite;

    private Sighting(int site) {
      this.site = site;
    }

    private void clear() {
      size = 0;
      distinct = 0;
      hasOfSite = false;
      isOfSite = false;
    }

    @Override
    public boolean see(long number, int story, int publisher) {
      numbers[size++] = number;
      if (!isKnown(story)) {
        stories[distinct] = story;
        firsts[distinct++] = number;
      }
      if (publisher == site) {
        isOfSite |= story != ofSite && hasOfSite;
        ofSite = story;
        hasOfSite = true;
      }
      return distinct < COMMON;
    }

    private boolean isKnown(int story) {
      for (int i = 0; i < distinct; i++) {
        if (stories[i] == story) {
          return true;
        }
      }
      return false;
    }

    private long[] numbers() {
      return size == 0 ? NOWHERE : Arrays.copyOf(numbers, size);
    }

    private long[] firsts() {
      return distinct == 0 ? NOWHERE : Arrays.copyOf(firsts, distinct);
    }
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
    return stories[i].length >= COMMON;
  }

  /// The stories of the sampled shingle `i`, all of them unless it is common.
  List<String> stories(int i) {
    return Arrays.stream(stories[i]).mapToObj(index::storyId).toList();
  }

  /// The latest articles that have the sampled shingle `i`, all of them unless it is common.
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
