package org.parley.processor.language;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language of a text, and what told it.
///
/// @param language ISO 639-1 code, or [LanguageDetector#UNKNOWN]
/// @param by what told it
/// @param probability of the likeliest language by the letters, where they were compared
public record Detection(String language, By by, @Nullable Double probability) {
  /// What can tell a language.
  public enum By {
    /// A script that only one language of the news uses.
    SCRIPT("its script"),
    /// The letters, compared with the profiles of languages.
    LETTERS("its letters"),
    /// The source, since the text is too short or its letters leave a doubt.
    STATED("what the source states"),
    /// Nothing: too few letters, or no language likely enough.
    NOTHING("nothing");

    private final String meaning;

    By(String meaning) {
      this.meaning = meaning;
    }

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// For a person.
    public String meaning() {
      return meaning;
    }
  }
}
