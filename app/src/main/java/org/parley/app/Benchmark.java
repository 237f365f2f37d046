package org.parley.app;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A measurement that `parley bench NAME` runs. Benchmarks live in the module `bench`, outside the
/// default build, and are found through [java.util.ServiceLoader].
public interface Benchmark {
  /// What to call it on the command line.
  String name();

  /// One line for `parley bench`.
  String summary();

  /// Measures, says what it does on `progress`, and returns the figure.
  ///
  /// @param arguments what followed the name
  Result run(List<String> arguments, PrintWriter progress);

  /// The last line of every benchmark, as JSON.
  ///
  /// @param bench the name
  /// @param value measured
  /// @param unit of `value` and `baseline`
  /// @param baseline measured in the same run
  /// @param ratio of the two, such that more is better
  /// @param details what else was seen, where there is more to say
  record Result(
      String bench,
      double value,
      String unit,
      double baseline,
      double ratio,
      @Nullable Record details) {
    /// Without details.
    public Result(String bench, double value, String unit, double baseline, double ratio) {
      this(bench, value, unit, baseline, ratio, null);
    }
  }
}
