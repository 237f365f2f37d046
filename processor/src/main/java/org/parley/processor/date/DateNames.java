package org.parley.processor.date;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names and what they stand for, as an expression to look for and back. Not thread-safe while
/// names are added.
///
/// @param <T> what is named
final class DateNames<T> {
  private final Map<String, T> byName = new HashMap<>();
  private final Locale locale;

  DateNames(Locale locale) {
    this.locale = locale;
  }

  /// The first to claim a name keeps it.
  void add(String name, T named) {
    String plain = plain(name);
    if (!plain.isEmpty()) {
      byName.putIfAbsent(plain, named);
    }
  }

  /// What a stretch of text that matched [#expression()] names.
  @Nullable T find(String words) {
    return byName.get(plain(words));
  }

  /// Any of the names, the longest first; nothing ever when there are none.
  String expression() {
    return byName.isEmpty()
        ? "(?!)"
        : byName.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name))
            .map(DateNames::quoted)
            .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String quoted(String name) {
    return Pattern.compile("[ ']")
        .splitAsStream(name)
        .map(Pattern::quote)
        .collect(Collectors.joining(name.contains("'") ? "['’ʼ]" : "\\s"));
  }

  private String plain(String name) {
    String small = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(locale).strip();
    String even = small.replace('’', '\'').replace('ʼ', '\'').replaceAll("\\s+", " ");
    return even.endsWith(".") ? even.substring(0, even.length() - 1) : even;
  }
}
