package org.parley.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header fields of a request or an answer: in order, repeated names kept, names without case.
/// Immutable.
///
/// @param fields in the order of the wire
public record Headers(List<Field> fields) {
  private static final Headers NONE = new Headers(List.of());

  /// One field.
  ///
  /// @param name a token of RFC 9110
  /// @param value without line breaks
  public record Field(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern BROKEN = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    public Field {
      if (!TOKEN.matcher(name).matches()) {
        throw new IllegalArgumentException("'" + name + "' is not a header's name (RFC 9110)");
      }
      if (BROKEN.matcher(value).find()) {
        throw new IllegalArgumentException(
            "the value of header " + name + " has a control character");
      }
    }

    /// What a stranger sent: a field with another name is left out, control characters are spaces.
    static Optional<Field> received(String name, @Nullable String value) {
      if (!TOKEN.matcher(name).matches()) {
        return Optional.empty();
      }
      String given = value == null ? "" : value;
      return Optional.of(new Field(name, BROKEN.matcher(given).replaceAll(" ")));
    }
  }

  public Headers {
    fields = List.copyOf(fields);
  }

  public static Headers none() {
    return NONE;
  }

  /// One field; more with [#with].
  public static Headers of(String name, String value) {
    return NONE.with(name, value);
  }

  /// These and one more.
  public Headers with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Headers(more);
  }

  /// The first value under `name`, whatever its case.
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /// Every value under `name`, whatever its case, in order.
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value).toList();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }
}
