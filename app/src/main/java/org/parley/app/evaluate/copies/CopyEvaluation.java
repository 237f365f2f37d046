package org.parley.app.evaluate.copies;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
/// @param first where the first run put each text, in the order in which they came
public record CopyEvaluation(
    int rows, Map<Long, CopyQuality> runs, CopyQuality mean, List<Placed> first) {
  /// Reads and places the rows of a file: `id, cluster, kind, text` and perhaps a time, separated
  /// by tabs, gzip or not.
  ///
  /// @param seeds how many orders are tried, from seed 1 on; rows with times keep the order of
  ///   those
  /// @throws IllegalArgumentException with file, line and reason when a row is broken
  /// @throws IOException when the file cannot be read
  public static CopyEvaluation of(Path file, int seeds) throws IOException {
    List<CopyRow> rows = read(file);
    CopyTrial trial = trial(file, rows);
    Map<Long, CopyQuality> runs = new TreeMap<>();
    List<Placed> first = List.of();
    for (long seed = 1; seed <= seeds; seed++) {
      List<CopyRow> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(seed));
      List<Placed> placed = trial.place(shuffled);
      runs.put(seed, CopyScore.of(placed));
      first = seed == 1 ? placed : first;
    }
    return new CopyEvaluation(
        rows.size(), runs, CopyQuality.mean(List.copyOf(runs.values())), first);
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

  /// Writes where the first run put each text: `id, storyId, relation, matchedId, measure`.
  ///
  /// @throws IOException when it cannot be written
  public void write(Path file) throws IOException {
    Files.write(file, first.stream().map(Placed::toLine).toList());
  }

  /// A table for people: each run, the mean and each kind.
  public String toTable() {
    StringBuilder table = new StringBuilder();
    line(table, "%-10s %6s %6s %6s %6s %6s", "", "P", "R", "F1", "ARI", "B³ F1");
    runs.forEach((seed, run) -> append(table, "seed " + seed, run));
    append(table, "mean", mean);
    line(table, "%nPairs by kind, mean of the runs:");
    mean.byKind()
        .forEach((kind, q) -> line(table, "%-10s %6.3f %6.3f %6.3f", kind, q.p(), q.r(), q.f1()));
    return table.toString();
  }

  /// What the first run got wrong: texts that joined another cluster's story, and clusters that are
  /// spread over several stories.
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    Map<String, CopyRow> rows = new HashMap<>();
    first.forEach(text -> rows.put(text.row().id(), text.row()));
    Map<String, String> homes = new HashMap<>();
    for (Placed text : first) {
      CopyRow matched = rows.getOrDefault(text.matchedId(), text.row());
      boolean joined = !text.relation().opens();
      String cluster = text.row().cluster();
      if (joined && !matched.cluster().equals(cluster)) {
        errors.add(joining(text, matched));
      }
      String home = homes.putIfAbsent(cluster, text.storyId());
      if (!joined && home != null) {
        errors.add("missed: " + named(text.row()) + " opened a story; its cluster is in " + home);
      }
    }
    return errors;
  }

  private static String joining(Placed text, CopyRow matched) {
    return String.format(
        Locale.ROOT,
        "false: %s joined %s, containment %.3f",
        named(text.row()),
        named(matched),
        text.measure());
  }

  private static String named(CopyRow row) {
    return row.id() + " (" + row.kind() + ")";
  }

  private static void append(StringBuilder table, String name, CopyQuality q) {
    CopyQuality.Ratios pairs = q.pairs();
    line(
        table,
        "%-10s %6.3f %6.3f %6.3f %6.3f %6.3f",
        name,
        pairs.p(),
        pairs.r(),
        pairs.f1(),
        q.ari(),
        q.b3().f1());
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
