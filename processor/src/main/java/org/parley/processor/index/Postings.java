package org.parley.processor.index;

import java.util.function.LongPredicate;

/// Places filed under keys: a log of keys, chained by their hash. Ten to twelve bytes a posting,
/// whatever the keys are, and the oldest are forgotten all at once by moving the log's front. What
/// a lookup shows depends on the postings that are still there and on their order alone, not on how
/// the table grew.
public final class Postings {
  private static final int SMALLEST_BITS = 10;
  private static final int PART = 1 << SMALLEST_BITS;

  /// For each place its key, and how far back the posting before it in its chain is, 0 when there
  /// is none: side by side, so that a step along a chain waits for memory once.
  private final IntLog log = new IntLog();

  /// Of the number of chains; there are at most two postings a chain.
  private int bits = SMALLEST_BITS;

  /// The lower half of one more than the latest place of each chain; 0 when there is none.
  private int[][] heads = new int[1][PART];

  /// The first place that is still there.
  public long from() {
    return log.from() / 2;
  }

  /// The place that the next posting gets; grows by one with each.
  public long end() {
    return log.end() / 2;
  }

  private long live() {
    return end() - from();
  }

  /// Files the next place under `key`.
  public void add(int key) {
    if (live() >= 2L << bits) {
      rehash();
    }
    long place = end();
    log.add(key);
    log.add(0);
    link(key, place);
  }

  /// Shows the places filed under `key`, the latest first, until `reader` has had enough.
  ///
  /// @param reader returns whether it wants to see more
  public void latest(int key, LongPredicate reader) {
    int bucket = bucket(key);
    long from = from();
    long place = placeBefore(end(), head(bucket));
    while (place >= from) {
      if (log.get(2 * place) == key && !reader.test(place)) {
        return;
      }
      int distance = log.get(2 * place + 1);
      place = distance == 0 ? -1 : place - Integer.toUnsignedLong(distance);
    }
  }

  /// Forgets all postings before `place`.
  public void forget(long place) {
    log.forget(2 * place);
  }

  private void link(int key, long place) {
    int bucket = bucket(key);
    long before = placeBefore(place, head(bucket));
    log.set(2 * place + 1, before < from() ? 0 : (int) (place - before));
    heads[bucket >>> SMALLEST_BITS][bucket & PART - 1] = (int) (place + 1);
  }

  /// The place of which a head keeps the lower half, seen from `end`: no log is longer than 32 bits
  /// count. Of a chain that was forgotten long ago it may be another chain's place, whose keys then
  /// differ.
  private static long placeBefore(long end, int head) {
    return head == 0 ? -1 : end - Integer.toUnsignedLong((int) (end + 1) - head);
  }

  private void rehash() {
    while (live() >= 2L << bits) {
      bits++;
    }
    heads = new int[1 << bits - SMALLEST_BITS][PART];
    for (long place = from(); place < end(); place++) {
      link(log.get(2 * place), place);
    }
  }

  private int bucket(int key) {
    return key * 0x9E3779B1 >>> Integer.SIZE - bits;
  }

  private int head(int bucket) {
    return heads[bucket >>> SMALLEST_BITS][bucket & PART - 1];
  }
}
