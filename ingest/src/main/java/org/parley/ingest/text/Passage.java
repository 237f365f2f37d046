package org.parley.ingest.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.TextMap.Run;

/// One paragraph, heading or line of a source, its white space folded, with where each stretch of
/// it stood there.
///
/// @param text without line breaks; never empty
/// @param runs in the order of `text`, their `at` counted in it
/// @param heading whether the source's markup makes it a heading
public record Passage(String text, List<Run> runs, boolean heading) {
  public Passage {
    runs = List.copyOf(runs);
  }

  /// The passage from `start` to `end`, counted in [#text()], without white space around it.
  public Passage cut(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    List<Run> kept = new ArrayList<>();
    for (Run run : runs) {
      int first = Math.max(run.at(), from);
      int last = Math.min(run.at() + run.length(), to);
      if (first < last) {
        kept.add(new Run(first - from, run.source() + first - run.at(), last - first));
      }
    }
    return new Passage(text.substring(from, to), kept, heading);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
