package org.parley.app.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.parley.app.evaluate.Evaluation.ByLanguage;
import org.parley.app.evaluate.Evaluation.Quality;

/// The counts of one unit, by the language and the source that rows state. Not thread-safe.
final class Tallies {
  private final Tally all = new Tally();
  private final Tally en = new Tally();
  private final Tally other = new Tally();
  private final SortedMap<String, Tally> languages = new TreeMap<>();
  private final SortedMap<String, Tally> sources = new TreeMap<>();

  /// Lets every count in which a row belongs go up.
  void count(Row row, Consumer<Tally> step) {
    step.accept(all);
    step.accept(row.isEnglish() ? en : other);
    if (!row.isEnglish() && !row.language().isEmpty()) {
      step.accept(languages.computeIfAbsent(row.language(), _ -> new Tally()));
    }
    if (row.source() != null) {
      step.accept(sources.computeIfAbsent(row.source(), _ -> new Tally()));
    }
  }

  ByLanguage qualities() {
    Map<String, Quality> qualities = new LinkedHashMap<>();
    qualities.put(Evaluation.ALL, all.quality());
    qualities.put(Evaluation.ENGLISH, en.quality());
    languages.forEach((language, tally) -> qualities.put(language, tally.quality()));
    qualities.put(Evaluation.OTHER, other.quality());
    return new ByLanguage(qualities);
  }

  /// Adds this unit to each source's figures.
  void addSources(String unit, Map<String, Map<String, Quality>> figures) {
    sources.forEach((source, tally) -> {
      if (tally.quality().n() > 0) {
        figures.computeIfAbsent(source, _ -> new LinkedHashMap<>()).put(unit, tally.quality());
      }
    });
  }
}
