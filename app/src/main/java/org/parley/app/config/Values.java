package org.parley.app.config;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The configuration as text: what each layer says of each key, the later layer winning. The layers
/// are the file, the environment and the command line.
final class Values {
  private final Map<String, Value> byKey = new TreeMap<>();

  /// @param text as written; of a list its items, with commas
  /// @param from where it was written, for messages: `parley.yaml line 3`, `PARLEY_PREFIX`,
  ///   `--prefix`
  /// @param list whether it was written as a list
  record Value(String text, String from, boolean list) {}

  void put(String key, Value value) {
    byKey.put(key, value);
  }

  @Nullable Value get(String key) {
    return byKey.get(key);
  }

  Map<String, Value> all() {
    return byKey;
  }
}
