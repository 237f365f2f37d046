package org.parley.processor.index;

import java.util.Arrays;

/// Integers in the order in which they were appended, forgotten from the front: an array that grows
/// at one end and shrinks at the other, in chunks, so that neither copies anything. A place is
/// counted from where the log began and never changes.
public final class IntLog {
  private static final int BITS = 14;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;

  private int[][] chunks = new int[8][];

  /// How many chunks there are.
  private int count;

  private long firstChunk;
  private long from;
  private long end;

  /// The first place that is still there.
  public long from() {
    return from;
  }

  /// The place that the next integer gets.
  public long end() {
    return end;
  }

  public int get(long place) {
    return chunk(place)[(int) place & MASK];
  }

  public void set(long place, int value) {
    chunk(place)[(int) place & MASK] = value;
  }

  private int[] chunk(long place) {
    return chunks[(int) ((place >>> BITS) - firstChunk)];
  }

  public void add(int value) {
    if (count == 0 || (end & MASK) == 0) {
      if (count == chunks.length) {
        chunks = Arrays.copyOf(chunks, count * 2);
      }
      chunks[count++] = new int[CHUNK];
    }
    set(end++, value);
  }

  /// Goes on at `place`, when the log is empty.
  public void startAt(long place) {
    if (end > from) {
      throw new IllegalStateException("the log is not empty");
    }
    drop(count);
    firstChunk = place >>> BITS;
    from = place;
    end = place;
  }

  /// Forgets all before `place`.
  public void forget(long place) {
    if (place >= end) {
      from = end;
      startAt(end);
      return;
    }
    long first = place >>> BITS;
    if (first > firstChunk) {
      drop((int) (first - firstChunk));
      firstChunk = first;
    }
    from = Math.max(from, place);
  }

  /// Lets the first chunks go.
  private void drop(int dropped) {
    int[][] rest = new int[chunks.length][];
    System.arraycopy(chunks, dropped, rest, 0, count - dropped);
    chunks = rest;
    count -= dropped;
  }
}
