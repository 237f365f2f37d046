package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.parley.processor.index.IntLog;
import org.parley.processor.index.Postings;

/// Finds the articles that may be copies of one another: those that share sampled shingles (see
/// [Keys]). In memory, and rebuilt from the lane's records: what it answers depends only on which
/// articles are in it and in which order they came, never on articles that have left it.
final class AnchorIndex {
  /// How many of the latest articles under a key are looked at: a site's own words under each of
  /// its articles, or a story of a thousand copies, must not make the lane slow.
  static final int LATEST = 64;

  /// How many candidates are compared exactly.
  private static final int MOST = 32;

  private static final int LEAST_HITS = 2;

  /// How many postings have their owners noted together: as many as an integer has bits.
  private static final int BLOCK_BITS = 5;

  private static final int BLOCK = 1 << BLOCK_BITS;

  /// In a block's bits: they do not tell whose its postings are. Whose the first is, no bit need
  /// tell.
  private static final int UNTOLD = 1;

  /// In the place of the story of an article that is not there, or has been taken out.
  private static final int GONE = 0;

  private final Postings postings = new Postings();

  /// By number, the lower half of the place of the article's first posting.
  private final IntLog starts = new IntLog();

  /// By block of postings, side by side: the lower half of the number of the article that has its
  /// first, and a bit for each place where the postings of the next number begin.
  private final IntLog owners = new IntLog();

  /// By number, a hash of the article's story, never [#GONE], and of its publisher: most lookups
  /// need no more of an article, and an object a million of which there are is far away.
  private final IntLog stories = new IntLog();

  private final IntLog sites = new IntLog();

  /// Whose the last posting is.
  private long last;

  private final Anchors anchors = new Anchors();

  /// An article in the index.
  ///
  /// @param number its place in the lane's order
  /// @param storyId which story it belongs to
  /// @param at the lane's time when it came, in milliseconds of the epoch
  /// @param site a hash of its publisher
  record Anchor(long number, String articleId, String storyId, long at, int site) {}

  /// @param anchor with a number and a time above, and not below, those of all that came before
  void add(Anchor anchor, Body body) {
    if (starts.end() == starts.from()) {
      starts.startAt(anchor.number());
      stories.startAt(anchor.number());
      sites.startAt(anchor.number());
    }
    while (starts.end() < anchor.number()) {
      note(GONE, 0);
    }
    note(story(anchor), anchor.site());
    anchors.add(anchor);
    if (!body.isEmpty()) {
      int[] shingles = Keys.filed(body);
      int[] keys = Arrays.copyOf(shingles, shingles.length + 1);
      keys[shingles.length] = body.digest();
      own(keys.length, anchor.number());
      postings.addAll(keys);
    }
  }

  private void note(int story, int site) {
    starts.add((int) postings.end());
    stories.add(story);
    sites.add(site);
  }

  private static int story(Anchor anchor) {
    int hash = anchor.storyId().hashCode();
    return hash == GONE ? 1 : hash;
  }

  /// Notes whose the next postings are.
  private void own(int count, long number) {
    long end = postings.end();
    for (long place = end; place < end + count; place++) {
      if (place % BLOCK == 0) {
        owners.add((int) number);
        owners.add(0);
      } else if (number != last) {
        long bits = 2 * (place >>> BLOCK_BITS) + 1;
        int untold = number == last + 1 ? 0 : UNTOLD;
        owners.set(bits, owners.get(bits) | 1 << place % BLOCK | untold);
      }
      last = number;
    }
  }

  /// Takes out an article that a later revision replaces.
  void remove(long number) {
    anchors.remove(number);
    if (number >= stories.from() && number < stories.end()) {
      stories.set(number, GONE);
    }
  }

  /// Which article has a number.
  String articleId(long number) {
    return anchors.get(number).articleId();
  }

  /// The oldest article, or none.
  @Nullable Anchor oldest() {
    return anchors.oldest();
  }

  /// Takes out the oldest article.
  void removeOldest() {
    anchors.removeOldest();
    Anchor oldest = anchors.oldest();
    long first = oldest == null ? starts.end() : oldest.number();
    postings.forget(oldest == null ? postings.end() : start(first));
    starts.forget(first);
    stories.forget(first);
    sites.forget(first);
    owners.forget(2 * (postings.from() >>> BLOCK_BITS));
  }

  /// Which story an article belongs to.
  String storyId(long number) {
    return anchors.get(number).storyId();
  }

  /// The articles most likely to share much with a text, the likeliest first, and of those that are
  /// equally likely the latest. A site's own words do not count, unless the texts are the same.
  List<Anchor> candidates(Body body, Sightings sightings) {
    if (body.isEmpty()) {
      return List.of();
    }
    LongStream.Builder numbers = LongStream.builder();
    latest(
        body.digest(),
        -1,
        (number, _, _) -> {
          for (int i = 0; i < LEAST_HITS; i++) {
            numbers.add(number);
          }
          return true;
        });
    for (int i = 0; i < sightings.size(); i++) {
      if (!sightings.isCommon(i)) {
        for (long number : sightings.numbers(i)) {
          numbers.add(number);
        }
      }
    }
    return likeliest(numbers.build().sorted().toArray());
  }

  private List<Anchor> likeliest(long[] numbers) {
    record Hits(int count, long number) {}
    List<Hits> hits = new ArrayList<>();
    for (int i = 0, next; i < numbers.length; i = next) {
      next = i + 1;
      while (next < numbers.length && numbers[next] == numbers[i]) {
        next++;
      }
      if (next - i >= LEAST_HITS) {
        hits.add(new Hits(next - i, numbers[i]));
      }
    }
    hits.sort((a, b) ->
        a.count != b.count ? Integer.compare(b.count, a.count) : Long.compare(b.number, a.number));
    return hits.stream().limit(MOST).map(hit -> anchors.get(hit.number)).toList();
  }

  /// Is shown articles.
  interface Reader {
    /// @param number of an article
    /// @param story a hash of its story
    /// @param site a hash of its publisher
    /// @return whether more is wanted
    boolean see(long number, int story, int site);
  }

  /// Has the memory bring what [#latest] will read for these keys, see [Postings#fetch].
  void fetch(int[] keys) {
    postings.fetch(keys);
  }

  /// Shows the latest articles that have a key, the latest first, until `reader` has had enough;
  /// [#LATEST] of them at most.
  ///
  /// @param but the number of an article that is left out
  void latest(int key, long but, Reader reader) {
    int[] shown = {0};
    postings.latest(
        key,
        place -> {
          long number = number(place);
          int story = number == but ? GONE : stories.get(number);
          return story == GONE
              || reader.see(number, story, sites.get(number)) && ++shown[0] < LATEST;
        });
  }

  /// Whose posting it is.
  private long number(long place) {
    long block = 2 * (place >>> BLOCK_BITS);
    int owner = owners.get(block);
    int bits = owners.get(block + 1);
    long end = starts.end();
    long first = end - Integer.toUnsignedLong((int) end - owner);
    return (bits & UNTOLD) == 0
        ? first + Integer.bitCount(bits & (2 << place % BLOCK) - 1)
        : number(place, Math.max(first, starts.from()));
  }

  /// The last article that starts at or before the place.
  ///
  /// @param first that is there and has none after it
  private long number(long place, long first) {
    long number = first;
    while (number + 1 < starts.end() && start(number + 1) <= place) {
      number++;
    }
    return number;
  }

  private long start(long number) {
    long end = postings.end();
    return end - Integer.toUnsignedLong((int) end - starts.get(number));
  }
}
