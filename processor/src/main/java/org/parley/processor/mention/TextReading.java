package org.parley.processor.mention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;
import org.parley.contract.TextMap;

/// A text that is read.
///
/// @param text clean
/// @param bodyStart where the title, its first paragraph, ends; 0 without a title
/// @param map from the text to its source
/// @param published its day, where known: what `Monday` is counted from
record TextReading(String text, int bodyStart, TextMap map, @Nullable LocalDate published) {
  /// Where words stand in the text.
  Span span(Words words, Place place) {
    Tokens tokens = words.tokens();
    return new Span(tokens.start(place.start()), tokens.end(place.end() - 1));
  }

  /// Words as they stand in the text.
  String quote(Words words, Place place) {
    return span(words, place).of(text);
  }
}
