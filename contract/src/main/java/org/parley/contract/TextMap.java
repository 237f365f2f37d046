package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each stretch of an article's clean text stood in the source it was read from, so that a
/// person can check a claim there. Runs are in the order of the clean text and do not overlap;
/// clean text that no run covers (a paragraph break, a title from elsewhere) stands nowhere in the
/// source.
///
/// What "the source" is depends on the [Origin]: of a text, Markdown or HTML file the decoded file,
/// of a `.jsonl` row its `text` as given, of a feed entry its content as given.
///
/// @param runs the stretches that came from the source
public record TextMap(List<Run> runs) {
  /// No stretch is known.
  public static final TextMap NONE = new TextMap(List.of());

  public TextMap {
    runs = Require.list(runs);
    int free = 0;
    for (Run run : runs) {
      if (run.at < free) {
        throw new IllegalArgumentException(
            "runs must be in order and apart; one starts at " + run.at);
      }
      free = run.at + run.length;
    }
  }

  /// `length` code units that are the same at `at` in the clean text and at `source` in the source.
  ///
  /// @param at where it starts in the clean text
  /// @param source where it starts in the source
  /// @param length of both
  public record Run(int at, int source, int length) {
    public Run {
      Require.atLeast(0, at, "at");
      Require.atLeast(0, source, "source");
      Require.atLeast(1, length, "length");
      if (Math.max(at, source) > Integer.MAX_VALUE - length) {
        throw new IllegalArgumentException("length " + length + " reaches past every text");
      }
    }
  }

  @JsonIgnore
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /// The smallest stretch of the source that holds all of `clean` that came from there, or `null`
  /// when none of it did.
  public @Nullable Span toSource(Span clean) {
    int start = Integer.MAX_VALUE;
    int end = -1;
    for (int i = firstEndingAfter(clean.start()); i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.at >= clean.end()) {
        break;
      }
      int from = Math.max(run.at, clean.start());
      int to = Math.min(run.at + run.length, clean.end());
      start = Math.min(start, run.source + from - run.at);
      end = Math.max(end, run.source + to - run.at);
    }
    return end < 0 ? null : new Span(start, end);
  }

  private int firstEndingAfter(int position) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Run run = runs.get(middle);
      if (run.at + run.length > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
