package org.parley.app.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;
import org.parley.contract.Stage;

/// One labelled text.
///
/// @param id for messages
/// @param unit whether the row is a document or a sentence alone
/// @param lang BCP 47 tag; what the source states
/// @param source where the row is from, for figures by source
/// @param title of a document, where it is not in the text
/// @param text as given, not cleaned
/// @param stage that readers gave it as a whole
/// @param label 1 with a mention, 0 without, none when readers disagree: then it does not count
/// @param sentences of a document that were labelled one by one
/// @param complete whether a mention outside all of them is wrong
record Row(
    String id,
    Unit unit,
    String lang,
    @Nullable String source,
    @Nullable String title,
    String text,
    @Nullable Stage stage,
    @Nullable Integer label,
    List<Listed> sentences,
    boolean complete) {
  /// What a row is.
  enum Unit {
    DOCUMENT,
    SENTENCE;

    @JsonCreator
    static Unit of(String label) {
      return switch (label) {
        case "document" -> DOCUMENT;
        case "sentence" -> SENTENCE;
        case String other ->
            throw new IllegalArgumentException("unit is document or sentence, not '" + other + "'");
      };
    }
  }

  /// A labelled sentence of a document.
  ///
  /// @param start in the row's text, in UTF-16 code units
  /// @param end exclusive
  record Listed(int start, int end, @Nullable Integer label, @Nullable Stage stage) {
    Listed {
      requireLabel(label);
    }

    Span span() {
      return new Span(start, end);
    }
  }

  Row {
    if (id == null || unit == null || text == null) {
      throw new IllegalArgumentException("a row has at least id, unit and text");
    }
    requireLabel(label);
    lang = lang == null ? "" : lang;
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    for (Listed listed : sentences) {
      if (listed.start < 0 || listed.end < listed.start || listed.end > text.length()) {
        throw new IllegalArgumentException(
            "sentence from "
                + listed.start
                + " to "
                + listed.end
                + " is not in the text of "
                + text.length()
                + " code units");
      }
    }
  }

  boolean isEnglish() {
    return language().equals("en");
  }

  /// The stated language without script and region; empty when none is stated.
  String language() {
    return Locale.forLanguageTag(lang.replace('_', '-')).getLanguage();
  }

  private static void requireLabel(@Nullable Integer label) {
    if (label != null && label != 0 && label != 1) {
      throw new IllegalArgumentException("label is 1, 0 or null, not " + label);
    }
  }
}
