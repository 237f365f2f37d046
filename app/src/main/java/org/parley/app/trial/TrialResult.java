package org.parley.app.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.app.terminal.AlertText;

/// What a trial of a watch came to.
///
/// @param watchId whose
/// @param concept that it asks for; none for a watch of text alone
/// @param of what was read, for people: `the corpus`
/// @param articles read
/// @param speaking how many of them speak of the concept; all for a watch of text alone
/// @param matched how many it wants
/// @param perDay of these, by day in UTC: of publication in a corpus, `undated` for those without,
///   of their coming in the log, days without any included
/// @param withoutPart how many it would want without one part of its filter, by that part
public record TrialResult(
    String watchId,
    @Nullable String concept,
    String of,
    int articles,
    int speaking,
    int matched,
    SortedMap<String, Integer> perDay,
    SortedMap<String, Integer> withoutPart) {
  public TrialResult {
    perDay = Collections.unmodifiableSortedMap(new TreeMap<>(perDay));
    withoutPart = Collections.unmodifiableSortedMap(new TreeMap<>(withoutPart));
  }

  /// How it ended: a watch that finds nothing is another thing than a corpus in which there is
  /// nothing to find.
  public enum Verdict {
    MATCHED,
    MATCHED_NOTHING,
    NOTHING_TO_MATCH;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @JsonProperty
  public Verdict verdict() {
    if (matched > 0) {
      return Verdict.MATCHED;
    }
    return speaking > 0 ? Verdict.MATCHED_NOTHING : Verdict.NOTHING_TO_MATCH;
  }

  /// The verdict in one line for a person.
  public String text() {
    return switch (verdict()) {
      case MATCHED -> "watch " + watchId + " matches " + matched + " of " + all();
      case MATCHED_NOTHING ->
          "watch "
              + watchId
              + " matches nothing: "
              + (concept == null
                  ? "none of " + all() + " passes"
                  : speaking
                      + " of "
                      + all()
                      + " speak of "
                      + concept
                      + ", and none passes its filter"
                      + held());
      case NOTHING_TO_MATCH ->
          articles == 0
              ? "nothing to match: " + of + " holds no article"
              : "nothing to match: none of " + all() + " speaks of " + concept;
    };
  }

  private String all() {
    return AlertText.count(articles, "article");
  }

  private String held() {
    StringBuilder parts = new StringBuilder();
    for (Map.Entry<String, Integer> part : withoutPart.entrySet()) {
      if (part.getValue() > 0) {
        parts.append("; without ").append(part.getKey()).append(": ").append(part.getValue());
      }
    }
    return parts.toString();
  }
}
