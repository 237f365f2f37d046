package org.parley.app.evaluate.copies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How well the stories, or events, of a run are the clusters that a reader made.
///
/// @param pairs of two different texts: in one story (event), against in one cluster
/// @param ari the adjusted Rand index (Hubert and Arabie, 1985)
/// @param b3 B-cubed (Bagga and Baldwin, 1998): for each text, how much of its story (event) is its
///   cluster and the other way round, averaged over the texts
/// @param byKind the pairs that have a text of this kind
public record CopyQuality(Ratios pairs, double ari, Ratios b3, Map<String, Ratios> byKind) {
  /// @param p precision
  /// @param r recall
  /// @param f1 the harmonic mean of the two
  public record Ratios(double p, double r, double f1) {
    static Ratios of(double right, double found, double wanted) {
      return of(found == 0 ? 1 : right / found, wanted == 0 ? 1 : right / wanted);
    }

    static Ratios of(double p, double r) {
      return new Ratios(p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }

    static Ratios mean(List<Ratios> all) {
      return new Ratios(average(all, Ratios::p), average(all, Ratios::r), average(all, Ratios::f1));
    }
  }

  /// The mean of several runs, figure by figure.
  ///
  /// @param runs at least one, over the same rows
  static CopyQuality mean(List<CopyQuality> runs) {
    Map<String, Ratios> byKind = new TreeMap<>();
    for (String kind : runs.getFirst().byKind.keySet()) {
      byKind.put(
          kind,
          Ratios.mean(
              runs.stream()
                  .map(run -> run.byKind.getOrDefault(kind, new Ratios(1, 1, 1)))
                  .toList()));
    }
    return new CopyQuality(
        Ratios.mean(runs.stream().map(CopyQuality::pairs).toList()),
        average(runs, CopyQuality::ari),
        Ratios.mean(runs.stream().map(CopyQuality::b3).toList()),
        byKind);
  }

  private static <T> double average(List<T> all, ToDoubleFunction<T> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }
}
