package org.parley.app.evaluate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention.Evidence;
import org.parley.contract.Stage;

/// A wrong answer, with what a person needs to see why.
///
/// @param kind what is wrong with it
/// @param unit `sentence` of a document, sentence `alone`, or `document`
/// @param row the row's id
/// @param language as the row states it
/// @param detected as it was read; without a lexicon of it nothing is found
/// @param source of the row
/// @param text the sentence; of a document without mentions its beginning
/// @param fired what set the mention off
/// @param expected the stage that readers gave
/// @param found the stage that was given instead
public record Mistake(
    Kind kind,
    String unit,
    String row,
    String language,
    String detected,
    @Nullable String source,
    String text,
    @Nullable Evidence fired,
    @Nullable Stage expected,
    @Nullable Stage found) {
  /// What can be wrong.
  public enum Kind {
    /// Readers marked it, and it was not found.
    MISSED,
    /// It was found, and readers did not mark it.
    FALSE_HIT,
    /// It was found, with another stage than readers gave.
    WRONG_STAGE;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
