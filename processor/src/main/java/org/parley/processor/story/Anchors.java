package org.parley.processor.story;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.AnchorIndex.Anchor;

/// The articles of an index by their number, the oldest leaving first.
final class Anchors {
  private static final int BITS = 10;
  private static final int CHUNK = 1 << BITS;

  private final List<@Nullable Anchor[]> chunks = new ArrayList<>();
  private long firstChunk;
  private long from;
  private long end;

  /// @param anchor with a greater number than all before
  void add(Anchor anchor) {
    long number = anchor.number();
    if (from == end) {
      chunks.clear();
      firstChunk = number >>> BITS;
      from = number;
    }
    while (firstChunk + chunks.size() <= number >>> BITS) {
      chunks.add(new Anchor[CHUNK]);
    }
    chunk(number)[(int) number & CHUNK - 1] = anchor;
    end = number + 1;
  }

  /// The article with a number, or none.
  @Nullable Anchor find(long number) {
    return number >= from && number < end ? at(number) : null;
  }

  Anchor get(long number) {
    Anchor anchor = find(number);
    if (anchor == null) {
      throw new NoSuchElementException("article " + number + " of the lane is not in its index");
    }
    return anchor;
  }

  void remove(long number) {
    if (find(number) != null) {
      chunk(number)[(int) number & CHUNK - 1] = null;
    }
  }

  @Nullable Anchor oldest() {
    while (from < end && at(from) == null) {
      from++;
    }
    long first = from >>> BITS;
    if (first > firstChunk) {
      chunks.subList(0, (int) Math.min(first - firstChunk, chunks.size())).clear();
      firstChunk = first;
    }
    return from == end ? null : at(from);
  }

  void removeOldest() {
    Anchor oldest = oldest();
    if (oldest != null) {
      remove(oldest.number());
    }
  }

  private @Nullable Anchor at(long number) {
    return chunk(number)[(int) number & CHUNK - 1];
  }

  private @Nullable Anchor[] chunk(long number) {
    return chunks.get((int) ((number >>> BITS) - firstChunk));
  }
}
