package org.parley.app;

import java.io.PrintWriter;
import java.util.List;

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
  record Result(String bench, double value, String unit, double baseline, double ratio) {}
}
