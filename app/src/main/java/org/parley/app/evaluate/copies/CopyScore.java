package org.parley.app.evaluate.copies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.app.evaluate.copies.CopyQuality.Ratios;

/// Counts texts by home (their story or their event) and cluster, and pairs of them; time grows
/// with the texts, not with the pairs.
final class CopyScore {
  private final Map<String, Integer> homes = new HashMap<>();
  private final Map<String, Integer> clusters = new HashMap<>();
  private final Map<Cell, Integer> cells = new HashMap<>();
  private final List<Placed> placed;
  private final Level level;

  /// The texts of one cluster in one home.
  private record Cell(String home, String cluster) {}

  private CopyScore(List<Placed> placed, Level level) {
    this.placed = placed;
    this.level = level;
    for (Placed text : placed) {
      homes.merge(text.home(level), 1, Integer::sum);
      clusters.merge(text.row().cluster(), 1, Integer::sum);
      cells.merge(cell(text), 1, Integer::sum);
    }
  }

  static CopyQuality of(List<Placed> placed, Level level) {
    CopyScore score = new CopyScore(placed, level);
    return new CopyQuality(score.pairs(), score.ari(), score.b3(), score.byKind());
  }

  private Ratios pairs() {
    return Ratios.of(pairs(cells), pairs(homes), pairs(clusters));
  }

  private double ari() {
    double all = (double) placed.size() * (placed.size() - 1) / 2;
    double chance = all == 0 ? 0 : pairs(homes) * pairs(clusters) / all;
    double most = (pairs(homes) + pairs(clusters)) / 2;
    return most == chance ? 1 : (pairs(cells) - chance) / (most - chance);
  }

  private Ratios b3() {
    double precision = 0;
    double recall = 0;
    for (Placed text : placed) {
      precision += (double) together(text) / inHome(text);
      recall += (double) together(text) / inCluster(text);
    }
    return Ratios.of(precision / placed.size(), recall / placed.size());
  }

  private Map<String, Ratios> byKind() {
    Map<String, double[]> counts = new TreeMap<>();
    for (Placed text : placed) {
      double[] count = counts.computeIfAbsent(text.row().kind(), _ -> new double[3]);
      count[0] += together(text) - 1;
      count[1] += inHome(text) - 1;
      count[2] += inCluster(text) - 1;
    }
    Map<String, Ratios> byKind = new TreeMap<>();
    counts.forEach((kind, c) -> byKind.put(kind, Ratios.of(c[0], c[1], c[2])));
    return byKind;
  }

  private int together(Placed text) {
    return cells.getOrDefault(cell(text), 0);
  }

  private int inHome(Placed text) {
    return homes.getOrDefault(text.home(level), 0);
  }

  private int inCluster(Placed text) {
    return clusters.getOrDefault(text.row().cluster(), 0);
  }

  private Cell cell(Placed text) {
    return new Cell(text.home(level), text.row().cluster());
  }

  private static double pairs(Map<?, Integer> groups) {
    return groups.values().stream().mapToDouble(n -> (double) n * (n - 1) / 2).sum();
  }
}
