package org.parley.processor.index;

import java.util.ArrayList;
import java.util.List;

/// Integers in the order in which they were appended, forgotten from the front: an array that grows
/// at one end and shrinks at the other, in chunks, so that neither copies anything. A place is
/// counted from where the log began and never changes.
public final class IntLog {
  private static final int BITS = 14;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;

  private final List<int[]> chunks = new ArrayList<>();
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
    return chunks.get((int) ((place >>> BITS) - firstChunk));
  }

  public void add(int value) {
    if (chunks.isEmpty() || (end & MASK) == 0) {
      chunks.add(new int[CHUNK]);
    }
    set(end++, value);
  }

  /// Goes on at `place`, when the log is empty.
  public void startAt(long place) {
    if (end > from) {
      throw new IllegalStateException("the log is not empty");
    }
    chunks.clear();
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
      chunks.subList(0, (int) (first - firstChunk)).clear();
      firstChunk = first;
    }
    from = Math.max(from, place);
  }
}
