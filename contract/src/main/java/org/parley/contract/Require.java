package org.parley.contract;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The checks that the records' compact constructors share. Each names the component at fault.
final class Require {
  private Require() {}

  static String text(@Nullable String value, String component) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(component + " must not be empty");
    }
    return value;
  }

  static <T> T present(@Nullable T value, String component) {
    if (value == null) {
      throw new IllegalArgumentException(component + " must be given");
    }
    return value;
  }

  static int atLeast(int least, int value, String component) {
    if (value < least) {
      throw new IllegalArgumentException(
          component + " must be at least " + least + ", not " + value);
    }
    return value;
  }

  /// An immutable copy; a missing list is an empty one, so that older values stay readable.
  static <T> List<T> list(@Nullable Collection<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
