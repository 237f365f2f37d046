package org.parley.app.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Stage;

/// How well stages were told. Only `accuracy`, `groups` and `n` are there when no row has a stage.
///
/// @param accuracy share of the mentions with the right stage, among the listed positive sentences
///   that were found
/// @param groups share with the right group of stages
/// @param n how many were counted
/// @param recall by the stage that readers gave: how many of its sentences were found at all
/// @param exact by stage: how well it was told among those that were found
/// @param confusion by the stage that readers gave: how often which stage was given
/// @param article whether articles that were found got the stage that readers gave the whole
public record StageQuality(
    double accuracy,
    double groups,
    int n,
    @JsonInclude(Include.NON_EMPTY) Map<Stage, Found> recall,
    @JsonInclude(Include.NON_EMPTY) Map<Stage, Evaluation.Quality> exact,
    @JsonInclude(Include.NON_EMPTY) Map<Stage, Map<Stage, Integer>> confusion,
    @Nullable Whole article) {
  /// @param r share that was found
  /// @param n how many there are
  public record Found(double r, int n) {}

  /// @param accuracy share of the articles with the right stage
  /// @param groups share with the right group of stages
  /// @param n how many were counted
  public record Whole(double accuracy, double groups, int n) {}
}
