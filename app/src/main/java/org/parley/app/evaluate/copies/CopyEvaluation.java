package org.parley.app.evaluate.copies;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.parley.app.evaluate.Lines;
import org.parley.app.evaluate.Rounding;
import org.parley.contract.Json;

/// Labelled texts placed by the lane, in an order shuffled by a seed, once a seed.
///
/// @param rows how many texts
/// @param runs the quality of each run, by seed
/// @param mean of the runs
/// @param copies how many texts a run took for copies of others: the mean of the runs
/// @param first where the first run put each text, in the order in which they came
public record CopyEvaluation(
    Level level,
    int rows,
    Map<Long, CopyQuality> runs,
    CopyQuality mean,
    double copies,
    List<Placed> first) {
  /// Reads and places the rows of a file: `id, cluster, kind, text` and perhaps a time, separated
  /// by tabs, gzip or not.
  ///
  /// @param seeds how many orders are tried, from seed 1 on; rows with times keep the order of
  ///   those
  /// @param level what the clusters are: texts that are copies, or texts about one event
  /// @throws IllegalArgumentException with file, line and reason when a row is broken
  /// @throws IOException when the file cannot be read
  public static CopyEvaluation of(Path file, int seeds, Level level) throws IOException {
    List<CopyRow> rows = read(file);
    CopyTrial trial = trial(file, rows);
    Map<Long, CopyQuality> runs = new TreeMap<>();
    List<Placed> first = List.of();
    double copies = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      List<CopyRow> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(seed));
      List<Placed> placed = trial.place(shuffled);
      runs.put(seed, CopyScore.of(placed, level));
      copies += (double) placed.stream().filter(Placed::isCopy).count() / seeds;
      first = seed == 1 ? placed : first;
    }
    CopyQuality mean = CopyQuality.mean(List.copyOf(runs.values()));
    return new CopyEvaluation(level, rows.size(), runs, mean, copies, first);
  }

  private static CopyTrial trial(Path file, List<CopyRow> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + ": it has no rows");
    }
    try {
      return new CopyTrial(rows);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<CopyRow> read(Path file) throws IOException {
    List<CopyRow> rows = new ArrayList<>();
    try (BufferedReader lines = Lines.open(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          rows.add(CopyRow.of(line));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
        }
      }
    }
    return rows;
  }

  /// One line of JSON, the mean of the runs; ratios with four decimals at most.
  public String toJson() {
    return Json.write(Rounding.of(Json.MAPPER.valueToTree(mean)));
  }

  /// Writes where the first run put each text: `id, storyId, relation, matchedId, measure`, with
  /// the eventId in place of the storyId when events are evaluated.
  ///
  /// @throws IOException when it cannot be written
  public void write(Path file) throws IOException {
    Files.write(file, first.stream().map(text -> text.toLine(level)).toList());
  }

  /// A table for people: each run, the mean, how far the runs spread, and each kind.
  public String toTable() {
    StringBuilder table = new StringBuilder();
    String columns = "%-10s %6s %6s %6s %6s %6s %6s %6s";
    line(table, columns, "", "P", "R", "F1", "ARI", "B³ P", "B³ R", "B³ F1");
    runs.forEach((seed, run) -> append(table, "seed " + seed, run));
    append(table, "mean", mean);
    line(
        table,
        "%nB³ F1 of the runs: standard deviation %.3f. Texts taken for copies of others: %.1f.",
        deviation(),
        copies);
    line(table, "%nPairs by kind, mean of the runs:");
    mean.byKind()
        .forEach((kind, q) -> line(table, "%-10s %6.3f %6.3f %6.3f", kind, q.p(), q.r(), q.f1()));
    return table.toString();
  }

  private double deviation() {
    return Math.sqrt(
        runs.values().stream()
            .mapToDouble(run -> run.b3().f1() - mean.b3().f1())
            .map(difference -> difference * difference)
            .average()
            .orElse(0));
  }

  /// What the first run got wrong, and when events are evaluated each text that it took for a copy
  /// of another as well: the texts of an event are mostly none.
  public List<String> errors() {
    return new CopyErrors(first, level).list();
  }

  private static void append(StringBuilder table, String name, CopyQuality q) {
    CopyQuality.Ratios pairs = q.pairs();
    line(
        table,
        "%-10s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f",
        name,
        pairs.p(),
        pairs.r(),
        pairs.f1(),
        q.ari(),
        q.b3().p(),
        q.b3().r(),
        q.b3().f1());
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
