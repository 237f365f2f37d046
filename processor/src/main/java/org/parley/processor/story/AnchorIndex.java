package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.processor.index.IntLog;
import org.parley.processor.index.Postings;

/// Finds the articles that may be copies of one another: those that share sampled shingles (see
/// [Keys]). In memory, and rebuilt from the lane's records: what it answers depends only on which
/// articles are in it and in which order they came, never on articles that have left it.
final class AnchorIndex {
  /// How many of the latest articles under a key are looked at: a site's own words under each of
  /// its articles, or a story of a thousand copies, must not make the lane slow.
  private static final int LATEST = 64;

  /// How many candidates are compared exactly.
  private static final int MOST = 32;

  private static final int LEAST_HITS = 2;

  private static final long[] NONE = {};

  /// How many postings have one owner noted: fewer than most articles have.
  private static final int BLOCK_BITS = 5;

  private final Postings postings = new Postings();

  /// By number, the lower half of the place of the article's first posting.
  private final IntLog starts = new IntLog();

  /// By block of postings, the lower half of the number of the article that has its first.
  private final IntLog owners = new IntLog();

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
    }
    while (starts.end() <= anchor.number()) {
      starts.add((int) postings.end());
    }
    anchors.add(anchor);
    if (!body.isEmpty()) {
      for (int key : Keys.filed(body)) {
        file(key, anchor.number());
      }
      file(body.digest(), anchor.number());
    }
  }

  private void file(int key, long number) {
    if (owners.end() == postings.end() >>> BLOCK_BITS) {
      owners.add((int) number);
    }
    postings.add(key);
  }

  /// Takes out an article that a later revision replaces.
  void remove(long number) {
    anchors.remove(number);
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
    if (oldest == null) {
      starts.forget(starts.end());
      postings.forget(postings.end());
    } else {
      starts.forget(oldest.number());
      postings.forget(start(oldest.number()));
    }
    owners.forget(postings.from() >>> BLOCK_BITS);
  }

  /// Who published an article.
  int site(long number) {
    return anchors.get(number).site();
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
    long[] same = latest(body.digest(), -1);
    long[] numbers = new long[LEAST_HITS * same.length];
    int size = 0;
    for (int i = 0; i < LEAST_HITS; i++, size += same.length) {
      System.arraycopy(same, 0, numbers, size, same.length);
    }
    for (int i = 0; i < sightings.size(); i++) {
      if (!sightings.isCommon(i)) {
        long[] each = sightings.numbers(i);
        if (size + each.length > numbers.length) {
          numbers = Arrays.copyOf(numbers, (size + each.length) * 2);
        }
        System.arraycopy(each, 0, numbers, size, each.length);
        size += each.length;
      }
    }
    Arrays.sort(numbers, 0, size);
    return likeliest(numbers, size);
  }

  private List<Anchor> likeliest(long[] numbers, int size) {
    record Hits(int count, long number) {}
    List<Hits> hits = new ArrayList<>();
    for (int i = 0, next; i < size; i = next) {
      next = i + 1;
      while (next < size && numbers[next] == numbers[i]) {
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

  /// The numbers of the latest articles that have a key.
  ///
  /// @param but an article that is left out
  long[] latest(int key, long but) {
    long[][] numbers = {NONE};
    int[] size = {0};
    postings.latest(
        key,
        place -> {
          long number = number(place);
          if (number != but && anchors.has(number)) {
            if (size[0] == numbers[0].length) {
              numbers[0] = Arrays.copyOf(numbers[0], Math.max(2, size[0] * 2));
            }
            numbers[0][size[0]++] = number;
          }
          return size[0] < LATEST;
        });
    return size[0] == numbers[0].length ? numbers[0] : Arrays.copyOf(numbers[0], size[0]);
  }

  /// Whose posting it is: the last article that starts at or before it.
  private long number(long place) {
    int owner = owners.get(place >>> BLOCK_BITS);
    long end = starts.end();
    long number = Math.max(starts.from(), end - Integer.toUnsignedLong((int) end - owner));
    while (number + 1 < end && start(number + 1) <= place) {
      number++;
    }
    return number;
  }

  private long start(long number) {
    long end = postings.end();
    return end - Integer.toUnsignedLong((int) end - starts.get(number));
  }
}
