package org.parley.processor.index;

import java.util.Arrays;
import java.util.function.LongPredicate;

/// Places filed under keys: a log of keys, chained by their hash. Ten to twelve bytes a posting,
/// whatever the keys are, and the oldest are forgotten all at once by moving the log's front. What
/// a lookup shows depends on the postings that are still there and on their order alone, not on how
/// the table grew.
public final class Postings {
  private static final int SMALLEST_BITS = 10;

  /// How many postings are linked together when the table grows.
  private static final int LINKED = 64;

  /// How many steps along each chain are fetched ahead: few chains are longer.
  private static final int AHEAD = 3;

  /// For each place its key, and how far back the posting before it in its chain is, 0 when there
  /// is none: side by side, so that a step along a chain waits for memory once.
  private final IntLog log = new IntLog();

  /// Of the number of chains; there are at most two postings a chain.
  private int bits = SMALLEST_BITS;

  /// The lower half of one more than the latest place of each chain; 0 when there is none.
  private int[] heads = new int[1 << bits];

  /// Something of what was fetched last, lest the compiler leave out the fetching.
  private long fetched;

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

  /// Files the next places under `keys`, each under one.
  public void addAll(int[] keys) {
    fetchHeads(keys);
    for (int key : keys) {
      add(key);
    }
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

  /// Has the memory bring what lookups of these keys will read, so that they wait once together and
  /// not each by itself. Changes nothing.
  public void fetch(int[] keys) {
    long[] places = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      places[i] = placeBefore(end(), heads[bucket(keys[i])]);
    }
    for (int step = 0; step < AHEAD; step++) {
      for (int i = 0; i < places.length; i++) {
        places[i] = before(places[i]);
      }
    }
    fetched = Arrays.stream(places).sum();
  }

  /// Shows the places filed under `key`, the latest first, until `reader` has had enough.
  ///
  /// @param reader returns whether it wants to see more
  public void latest(int key, LongPredicate reader) {
    long from = from();
    long place = placeBefore(end(), heads[bucket(key)]);
    while (place >= from) {
      if (log.get(2 * place) == key && !reader.test(place)) {
        return;
      }
      place = before(place);
    }
  }

  /// The place before one in its chain; less than [#from()] when there is none.
  private long before(long place) {
    if (place < from()) {
      return -1;
    }
    int distance = log.get(2 * place + 1);
    return distance == 0 ? -1 : place - Integer.toUnsignedLong(distance);
  }

  /// Forgets all postings before `place`.
  public void forget(long place) {
    log.forget(2 * place);
  }

  private void link(int key, long place) {
    int bucket = bucket(key);
    long before = placeBefore(place, heads[bucket]);
    log.set(2 * place + 1, before < from() ? 0 : (int) (place - before));
    heads[bucket] = (int) (place + 1);
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
    // Let go before the new ones are there: at a million articles they are an eighth of the heap.
    heads = new int[0];
    heads = new int[1 << bits];
    int[] keys = new int[LINKED];
    for (long place = from(); place < end(); place += LINKED) {
      int size = (int) Math.min(LINKED, end() - place);
      for (int i = 0; i < size; i++) {
        keys[i] = log.get(2 * (place + i));
      }
      fetchHeads(keys);
      for (int i = 0; i < size; i++) {
        link(keys[i], place + i);
      }
    }
  }

  /// What [#fetch] does, for those who go no further than the heads.
  private void fetchHeads(int[] keys) {
    long sum = 0;
    for (int key : keys) {
      sum += heads[bucket(key)];
    }
    fetched = sum;
  }

  private int bucket(int key) {
    return key * 0x9E3779B1 >>> Integer.SIZE - bits;
  }
}
