package org.parley.app.evaluate;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.app.evaluate.Evaluation.Quality;
import org.parley.contract.Stage;

/// Which stage readers gave, and which was found, while they are counted. Not thread-safe.
final class Confusion {
  private final Map<Stage, Map<Stage, Integer>> given = new EnumMap<>(Stage.class);
  private final Map<Stage, Integer> missed = new EnumMap<>(Stage.class);

  /// @param found none when nothing was found there
  void count(Stage expected, @Nullable Stage found) {
    if (found == null) {
      missed.merge(expected, 1, Integer::sum);
    } else {
      given
          .computeIfAbsent(expected, _ -> new EnumMap<>(Stage.class))
          .merge(found, 1, Integer::sum);
    }
  }

  /// @param articles of whole articles; none are told of when it has none
  StageQuality quality(Confusion articles) {
    return new StageQuality(
        Tally.ratio(right(), n()),
        Tally.ratio(groupsRight(), n()),
        n(),
        recall(),
        exact(),
        given,
        articles.n() == 0
            ? null
            : new StageQuality.Whole(
                Tally.ratio(articles.right(), articles.n()),
                Tally.ratio(articles.groupsRight(), articles.n()),
                articles.n()));
  }

  private int n() {
    int n = 0;
    for (Stage stage : Stage.values()) {
      n += expected(stage);
    }
    return n;
  }

  private int right() {
    int right = 0;
    for (Stage stage : Stage.values()) {
      right += times(stage, stage);
    }
    return right;
  }

  private int groupsRight() {
    int right = 0;
    for (Stage expected : Stage.values()) {
      for (Stage found : Stage.values()) {
        right += expected.group() == found.group() ? times(expected, found) : 0;
      }
    }
    return right;
  }

  private Map<Stage, StageQuality.Found> recall() {
    Map<Stage, StageQuality.Found> recall = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      int all = expected(stage) + missed.getOrDefault(stage, 0);
      if (all > 0) {
        recall.put(stage, new StageQuality.Found(Tally.ratio(expected(stage), all), all));
      }
    }
    return recall;
  }

  private Map<Stage, Quality> exact() {
    Map<Stage, Quality> exact = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      double p = Tally.ratio(times(stage, stage), found(stage));
      double r = Tally.ratio(times(stage, stage), expected(stage));
      if (expected(stage) + found(stage) > 0) {
        exact.put(stage, new Quality(p, r, Tally.ratio(2 * p * r, p + r), expected(stage)));
      }
    }
    return exact;
  }

  private int times(Stage expected, Stage found) {
    return given.getOrDefault(expected, Map.of()).getOrDefault(found, 0);
  }

  private int expected(Stage stage) {
    return given.getOrDefault(stage, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  private int found(Stage stage) {
    return given.values().stream().mapToInt(row -> row.getOrDefault(stage, 0)).sum();
  }
}
