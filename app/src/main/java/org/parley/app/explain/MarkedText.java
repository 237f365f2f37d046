package org.parley.app.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.contract.Span;

/// A text with some of its words marked. Not thread-safe.
final class MarkedText {
  private record Mark(Span at, UnaryOperator<String> style) {}

  private final String text;
  private final List<Mark> marks = new ArrayList<>();

  MarkedText(String text) {
    this.text = text;
  }

  /// Marks words, unless others that overlap them are marked already.
  void mark(Span at, UnaryOperator<String> style) {
    if (marks.stream().noneMatch(mark -> mark.at.overlaps(at))) {
      marks.add(new Mark(at, style));
    }
  }

  @Override
  public String toString() {
    StringBuilder marked = new StringBuilder();
    int from = 0;
    marks.sort(Comparator.comparingInt(mark -> mark.at.start()));
    for (Mark mark : marks) {
      marked.append(text, from, mark.at.start()).append(mark.style.apply(mark.at.of(text)));
      from = mark.at.end();
    }
    return marked.append(text, from, text.length()).toString();
  }
}
