package org.parley.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.parley.contract.Spelling;

/// The variables of the process that begin with `PARLEY_`: one for each key, and
/// `PARLEY_KAFKA_SASL_MECHANISM` for `kafka.sasl.mechanism`.
///
/// Others are mistakes, but for those of the launcher and of the images, those that end in
/// `_SECRET`, and those that the configuration names as `env:NAME`.
final class Environment {
  private static final String PARLEY = "PARLEY_";
  private static final String KAFKA = "PARLEY_KAFKA_";
  private static final Set<String> LAUNCHER = Set.of("PARLEY_JAVA_OPTS", "PARLEY_JARS");
  private static final List<String> FREE = List.of("_SECRET", "_IMAGE");

  private final Map<String, String> variables = new TreeMap<>();

  /// @param environment of the process
  Environment(Map<String, String> environment) {
    environment.forEach((name, text) -> {
      if (name.startsWith(PARLEY)) {
        variables.put(name, text);
      }
    });
  }

  /// @param values takes each key that a variable sets
  void read(BiConsumer<String, Values.Value> values) {
    Settings.ALL.forEach(setting -> {
      String text = variables.get(setting.variable());
      if (text != null) {
        values.accept(setting.key(), new Values.Value(text, setting.variable(), false));
      }
    });
    variables.forEach((name, text) -> {
      if (isKafka(name)) {
        String key = name.substring(PARLEY.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        values.accept(key, new Values.Value(text, name, false));
      }
    });
  }

  /// @param all the configuration, which may name variables
  /// @param problems takes a line for each variable that is no key
  void check(Values all, List<String> problems) {
    List<String> known = Settings.ALL.stream().map(Setting::variable).toList();
    for (String name : variables.keySet()) {
      if (!known.contains(name) && !isKafka(name) && !isFree(name) && !isNamed(name, all)) {
        problems.add(name + " (environment) is no key" + Spelling.suggest(name, known));
      }
    }
  }

  private static boolean isKafka(String name) {
    return name.startsWith(KAFKA) && !isFree(name);
  }

  private static boolean isFree(String name) {
    return LAUNCHER.contains(name) || FREE.stream().anyMatch(name::endsWith);
  }

  private static boolean isNamed(String name, Values all) {
    return all.all().values().stream()
        .anyMatch(value -> Setting.items(value.text()).contains("env:" + name));
  }
}
