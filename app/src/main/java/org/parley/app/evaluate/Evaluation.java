package org.parley.app.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;

/// How well mentions were found.
///
/// @param sentence of the sentences listed in documents, each in its document
/// @param alone of rows that are one sentence
/// @param document of rows that are a document: whether it has any mention
/// @param stage of the mentions in positive sentences that were found
/// @param sources the same three by unit, for each source that rows name
/// @param errors every wrong answer, when they were asked for
public record Evaluation(
    ByLanguage sentence,
    ByLanguage alone,
    ByLanguage document,
    StageQuality stage,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<String, Quality>> sources,
    @Nullable List<Mistake> errors) {
  static final String ALL = "all";
  static final String ENGLISH = "en";
  static final String OTHER = "other";

  /// By the language that the row states: `all`, `en`, each other language that has rows, and
  /// `other` for all but English together.
  ///
  /// @param of in that order
  public record ByLanguage(@JsonValue Map<String, Quality> of) {
    public Quality all() {
      return of(ALL);
    }

    public Quality en() {
      return of(ENGLISH);
    }

    public Quality other() {
      return of(OTHER);
    }

    /// Of a language without rows: nothing, counted nowhere.
    public Quality of(String language) {
      return of.getOrDefault(language, Quality.NONE);
    }
  }

  /// @param p precision: how many of the answers were right
  /// @param r recall: how many of the positives were found
  /// @param f1 the harmonic mean of the two
  /// @param n how many labelled items were counted
  public record Quality(double p, double r, double f1, int n) {
    static final Quality NONE = new Quality(0, 0, 0, 0);
  }

  /// One line of JSON; ratios with four decimals at most.
  public String toJson() {
    return Json.write(Rounding.of(Json.MAPPER.valueToTree(this)));
  }

  /// Tables for people, none wider than 80 columns.
  public String toTable() {
    return new EvaluationText(this).plain();
  }

  /// The same tables for a page.
  public String toMarkdown() {
    return new EvaluationText(this).markdown();
  }
}
