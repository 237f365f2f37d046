package org.parley.processor.language;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.Span;

/// The stretches of a text that no sentence reaches across: paragraphs, and lines that are not
/// wrapped.
final class Blocks {
  /// A line this long may go on in the next one.
  private static final int WRAPPED = 40;

  private Blocks() {}

  /// The blocks between two places of `text`, each at most `longest` code units.
  static List<Span> of(String text, int start, int end, int longest) {
    List<Span> blocks = new ArrayList<>();
    int from = start;
    int line = start;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n' && endsBlock(text, line, i, end)) {
        add(text, from, i, longest, blocks);
        from = i + 1;
      }
      if (text.charAt(i) == '\n') {
        line = i + 1;
      }
    }
    add(text, from, end, longest, blocks);
    return blocks;
  }

  private static void add(String text, int start, int end, int longest, List<Span> blocks) {
    int from = start;
    while (end - from > longest) {
      int cut = cut(text, from, longest);
      blocks.add(new Span(from, cut));
      from = cut;
    }
    if (from < end) {
      blocks.add(new Span(from, end));
    }
  }

  /// Where to cut a stretch from `from` so that it is at most `longest` long: after the last space
  /// of its second half, else anywhere but inside a surrogate pair.
  static int cut(String text, int from, int longest) {
    int most = from + longest;
    for (int i = most; i > from + longest / 2; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    boolean insidePair =
        Character.isHighSurrogate(text.charAt(most - 1))
            && Character.isLowSurrogate(text.charAt(most));
    return insidePair ? most - 1 : most;
  }

  /// Whether the line break at `at`, of the line from `line`, ends its block.
  private static boolean endsBlock(String text, int line, int at, int end) {
    int next = at + 1;
    if (next >= end || Character.isWhitespace(text.charAt(next))) {
      return true;
    }
    int last = at;
    while (last > line && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (last == line || FullStops.mayEnd(text.charAt(last - 1))) {
      return true;
    }
    int first = text.codePointAt(next);
    return !Character.isLowerCase(first)
        && (last - line < WRAPPED || !Character.isLetterOrDigit(first));
  }
}
