package org.parley.processor.language;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.contract.Span;

/// Splits a text into sentences.
///
/// The JDK's `BreakIterator` finds the boundaries; what it gets wrong in news is mended: it stops
/// after `U.S.`, `Mr.` and initials, and runs on where machine translation left no space after the
/// full stop. A blank or indented line ends a sentence, a line break does unless the line looks
/// wrapped. No sentence is longer than [#LONGEST]: time and memory grow with the text's length
/// only, an endless line included.
///
/// Spans are trimmed of space, in order, apart from one another, and never empty. Stateless and
/// thread-safe.
public final class Sentences {
  /// The greatest length of a sentence, in UTF-16 code units; a longer one is cut at a space.
  public static final int LONGEST = 2000;

  /// How much is handed to the break iterator at a time.
  private static final int BLOCK = 16 * 1024;

  private Sentences() {}

  /// The sentences of `text`. None crosses `bodyStart`, where the title ends.
  ///
  /// @param language ISO 639-1 code, or `und`
  public static List<Span> of(String text, int bodyStart, String language) {
    BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    List<Span> sentences = new ArrayList<>();
    for (Span title : Blocks.of(text, 0, bodyStart, BLOCK)) {
      split(text, title, iterator, sentences);
    }
    for (Span block : Blocks.of(text, bodyStart, text.length(), BLOCK)) {
      split(text, block, iterator, sentences);
    }
    return sentences;
  }

  private static void split(String text, Span block, BreakIterator iterator, List<Span> out) {
    String words = block.of(text).replace('\n', ' ').replace('\r', ' ');
    iterator.setText(words);
    int start = 0;
    iterator.first();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end < words.length() && FullStops.endsInAbbreviation(words, start, end)) {
        continue;
      }
      addMended(text, block.start() + start, block.start() + end, out);
      start = end;
    }
    if (start < words.length()) {
      addMended(text, block.start() + start, block.end(), out);
    }
  }

  private static void addMended(String text, int start, int end, List<Span> out) {
    int from = start;
    for (int i = start + 1; i < end - 1; i++) {
      if (FullStops.glued(text, i)) {
        addCut(text, from, i + 1, out);
        from = i + 1;
      }
    }
    addCut(text, from, end, out);
  }

  private static void addCut(String text, int start, int end, List<Span> out) {
    int from = start;
    while (end - from > LONGEST) {
      int cut = Blocks.cut(text, from, LONGEST);
      addTrimmed(text, from, cut, out);
      from = cut;
    }
    addTrimmed(text, from, end, out);
  }

  private static void addTrimmed(String text, int start, int end, List<Span> out) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      out.add(new Span(from, to));
    }
  }
}
