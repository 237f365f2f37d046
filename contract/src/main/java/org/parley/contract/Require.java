package org.parley.contract;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /// An absolute http or https URL with a host and without a password.
  static String httpUrl(@Nullable String value) {
    String url = text(value, "url");
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("url '" + shown(url) + "' is not a URL", e);
    }
    boolean http =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "url '"
              + shown(url)
              + "' must be http:// or https:// with a host and without a password");
    }
    return url;
  }

  /// Without the password that may stand in it: the message ends in logs and notices.
  private static String shown(String url) {
    return url.replaceAll("//[^/]*@", "//***@");
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
    if (values == null) {
      return List.of();
    }
    if (values.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a list must not hold null");
    }
    return List.copyOf(values);
  }

  /// The one of `values` that `label` names, in any case.
  static <T> T labelled(T[] values, Function<T, String> labels, String label, String component) {
    for (T value : values) {
      if (labels.apply(value).equalsIgnoreCase(label)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "unknown "
            + component
            + " '"
            + label
            + "'; one of "
            + Arrays.stream(values).map(labels).collect(Collectors.joining(", ")));
  }

  /// At most `length` code units of `value`, no surrogate pair cut in two.
  static @Nullable String atMost(int length, @Nullable String value) {
    if (value == null || value.length() <= length) {
      return value;
    }
    boolean splits = Character.isHighSurrogate(value.charAt(length - 1));
    return value.substring(0, splits ? length - 1 : length);
  }
}
