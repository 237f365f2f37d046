package org.parley.processor.language;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.contract.Span;

/// Splits a text into sentences.
///
/// The JDK's `BreakIterator` finds the boundaries; what it gets wrong in news is mended: it stops
/// after `U.S.`, `Mr.` and initials, runs on where machine translation left no space after the full
/// stop, and in a text without capitals, and parts a Hindi sentence from its closing quotation
/// mark. A blank or indented line ends a sentence, a line break does unless the line looks wrapped.
/// No sentence is longer than [#LONGEST]: time and memory grow with the text's length only, an
/// endless line included.
///
/// Spans are trimmed of space, in order, apart from one another, and never empty. Stateless and
/// thread-safe.
public final class Sentences {
  /// The greatest length of a sentence, in UTF-16 code units; a longer one is cut at a space.
  public static final int LONGEST = 2000;

  /// How much is handed to the break iterator at a time.
  private static final int BLOCK = 16 * 1024;

  private final String text;
  private final boolean lowerCase;
  private final List<Span> found = new ArrayList<>();

  private Sentences(String text, boolean lowerCase) {
    this.text = text;
    this.lowerCase = lowerCase;
  }

  /// The sentences of `text`. None crosses `bodyStart`, where the title ends.
  ///
  /// @param language ISO 639-1 code, or `und`
  public static List<Span> of(String text, int bodyStart, String language) {
    BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    Sentences sentences = new Sentences(text, FullStops.isLowerCase(text));
    for (Span title : Blocks.of(text, 0, bodyStart, BLOCK)) {
      sentences.split(title, iterator);
    }
    for (Span block : Blocks.of(text, bodyStart, text.length(), BLOCK)) {
      sentences.split(block, iterator);
    }
    return sentences.found;
  }

  private void split(Span block, BreakIterator iterator) {
    String words = block.of(text).replace('\n', ' ').replace('\r', ' ');
    iterator.setText(words);
    int start = 0;
    iterator.first();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end < words.length() && FullStops.endsInAbbreviation(words, start, end)) {
        continue;
      }
      int stop = Dandas.closed(words, end);
      addMended(block.start() + start, block.start() + stop);
      start = stop;
    }
    if (start < words.length()) {
      addMended(block.start() + start, block.end());
    }
  }

  private void addMended(int start, int end) {
    int from = start;
    for (int i = start + 1; i < end - 1; i++) {
      if (FullStops.glued(text, i) || lowerCase && FullStops.endsLowerCase(text, from, i)) {
        addCut(from, i + 1);
        from = i + 1;
      }
    }
    addCut(from, end);
  }

  private void addCut(int start, int end) {
    int from = start;
    while (end - from > LONGEST) {
      int cut = Blocks.cut(text, from, LONGEST);
      addTrimmed(from, cut);
      from = cut;
    }
    addTrimmed(from, end);
  }

  private void addTrimmed(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      found.add(new Span(from, to));
    }
  }
}
