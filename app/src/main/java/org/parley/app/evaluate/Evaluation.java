package org.parley.app.evaluate;

import java.util.Locale;
import org.parley.contract.Json;

/// How well mentions were found. Each map has the keys `all`, `en` and `other`, by the language
/// that the row states.
///
/// @param sentence of the sentences listed in documents, each in its document
/// @param alone of rows that are one sentence
/// @param document of rows that are a document: whether it has any mention
/// @param stage of the mentions in positive sentences that were found
public record Evaluation(
    ByLanguage sentence, ByLanguage alone, ByLanguage document, StageQuality stage) {
  /// By the language that the row states.
  public record ByLanguage(Quality all, Quality en, Quality other) {}

  /// @param p precision: how many of the answers were right
  /// @param r recall: how many of the positives were found
  /// @param f1 the harmonic mean of the two
  /// @param n how many labelled items were counted
  public record Quality(double p, double r, double f1, int n) {}

  /// @param accuracy share of the mentions with the right stage
  /// @param groups share with the right group of stages
  /// @param n how many were counted
  public record StageQuality(double accuracy, double groups, int n) {}

  /// One line of JSON; ratios with four decimals at most.
  public String toJson() {
    return Json.write(
        new Evaluation(rounded(sentence), rounded(alone), rounded(document), rounded(stage)));
  }

  /// A table for people, one line a unit and language.
  public String toTable() {
    StringBuilder table = new StringBuilder();
    line(table, "%-18s %6s %6s %6s %7s", "", "P", "R", "F1", "n");
    append(table, "sentence", sentence);
    append(table, "alone", alone);
    append(table, "document", document);
    line(table, "%-18s %6.3f %20s %d", "stage", stage.accuracy, "", stage.n);
    line(table, "%-18s %6.3f %20s %d", "stage in groups", stage.groups, "", stage.n);
    return table.toString();
  }

  private static void append(StringBuilder table, String unit, ByLanguage by) {
    append(table, unit + " all", by.all);
    append(table, unit + " en", by.en);
    append(table, unit + " other", by.other);
  }

  private static void append(StringBuilder table, String name, Quality q) {
    if (q.n > 0) {
      line(table, "%-18s %6.3f %6.3f %6.3f %7d", name, q.p, q.r, q.f1, q.n);
    }
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  private static ByLanguage rounded(ByLanguage by) {
    return new ByLanguage(rounded(by.all), rounded(by.en), rounded(by.other));
  }

  private static Quality rounded(Quality q) {
    return new Quality(rounded(q.p), rounded(q.r), rounded(q.f1), q.n);
  }

  private static StageQuality rounded(StageQuality q) {
    return new StageQuality(rounded(q.accuracy), rounded(q.groups), q.n);
  }

  private static double rounded(double ratio) {
    return Math.round(ratio * 10_000) / 10_000.0;
  }
}
