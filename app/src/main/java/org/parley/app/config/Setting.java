package org.parley.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// One key of the configuration: what it may be, what it is when nobody says, what it is for.
///
/// @param key dotted, as in the file
/// @param rule what a value must be, in words that complete "must be"
/// @param fallback the value as text when nothing sets it; empty for none
/// @param help for the reference, one or two sentences
/// @param parser from text; throws [IllegalArgumentException] for what breaks the rule
/// @param takesList whether the file may give it as a list
public record Setting<T>(
    String key,
    String rule,
    String fallback,
    String help,
    Function<String, T> parser,
    boolean takesList) {
  /// One value.
  Setting(String key, String rule, String fallback, String help, Function<String, T> parser) {
    this(key, rule, fallback, help, parser, false);
  }

  static Setting<String> text(String key, String rule, String fallback, String help) {
    return new Setting<>(key, rule, fallback, help, Function.identity());
  }

  static Setting<Integer> number(String key, int least, int most, int fallback, String help) {
    return new Setting<>(
        key,
        "a whole number from " + least + " to " + most,
        Integer.toString(fallback),
        help,
        text -> between(least, most, Integer.parseInt(text)));
  }

  static Setting<List<String>> list(String key, String rule, String fallback, String help) {
    return list(key, rule, fallback, help, Function.identity());
  }

  /// @param checked the items, or an [IllegalArgumentException] for what breaks the rule
  static Setting<List<String>> list(
      String key,
      String rule,
      String fallback,
      String help,
      Function<List<String>, List<String>> checked) {
    return new Setting<>(key, rule, fallback, help, text -> checked.apply(items(text)), true);
  }

  static Setting<Path> path(String key, String fallback, String help) {
    return new Setting<>(key, "a path", fallback, help, Setting::pathOf);
  }

  static Setting<Duration> length(
      String key, Duration least, Duration most, String fallback, String help) {
    return new Setting<>(
        key,
        "like 90s, 15m, 2h or 1d, from " + text(least) + " to " + text(most),
        fallback,
        help,
        text -> between(least, most, Length.of(text)));
  }

  /// True for the first of two words, which is what it is when nobody says.
  static Setting<Boolean> choice(String key, String yes, String no, String help) {
    return new Setting<>(
        key, "'" + yes + "' or '" + no + "'", yes, help, text -> chosen(text, yes, no));
  }

  /// The environment variable that sets it: `PARLEY_BROKER_PORT` for `broker.port`.
  public String variable() {
    return "PARLEY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Integer between(int least, int most, int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static Duration between(Duration least, Duration most, Duration value) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static String text(Duration length) {
    long days = length.toDays();
    if (days > 0) {
      return days + "d";
    }
    return length.toMinutes() > 0 ? length.toMinutes() + "m" : length.toSeconds() + "s";
  }

  private static Boolean chosen(String text, String yes, String no) {
    if (!text.equals(yes) && !text.equals(no)) {
      throw new IllegalArgumentException("neither");
    }
    return text.equals(yes);
  }

  static List<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Path pathOf(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e.getReason(), e);
    }
  }
}
