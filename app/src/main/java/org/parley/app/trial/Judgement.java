package org.parley.app.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.parley.processor.watch.Expectation;

/// What came of one of a watch's unit tests.
///
/// @param expectation the test
/// @param matched whether the watch wants its text
/// @param reason why it does or does not, for a person
public record Judgement(Expectation expectation, boolean matched, String reason) {
  /// Whether the watch does as its author expects.
  @JsonProperty
  public boolean passed() {
    return matched == expectation.wanted();
  }

  /// One line for a person.
  ///
  /// @param file in which the test stands
  public String text(String file) {
    return file
        + ", line "
        + expectation.line()
        + ": "
        + (expectation.wanted() ? "expected to match" : "expected not to match")
        + (passed() ? ": “" : matched ? ", but it does: “" : ", but it does not: “")
        + expectation.text()
        + "” ("
        + reason
        + ")";
  }
}
