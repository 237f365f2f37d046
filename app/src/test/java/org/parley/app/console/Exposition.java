package org.parley.app.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strict reader of Prometheus' text format 0.0.4: what a scraper would complain of, or put up
/// with in silence, is an error here.
final class Exposition {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-z_][a-z0-9_]*) (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram|summary)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_][a-z0-9_]*)(?:\\{(.*)})? (NaN|[+-]Inf|-?[0-9.]+(?:E-?[0-9]+)?)");
  private static final Pattern LABEL =
      Pattern.compile("([a-z_][a-z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\n\"])*)\",?");

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> helps = new LinkedHashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private String family = "";

  /// One line of figures.
  record Sample(String name, Map<String, String> labels, double value) {}

  static Exposition read(String text) {
    if (!text.endsWith("\n")) {
      throw new AssertionError("the last line does not end");
    }
    var read = new Exposition();
    text.lines().forEach(read::line);
    read.samples.stream()
        .map(sample -> sample.name() + sample.labels())
        .forEach(new UniqueNames()::add);
    return read;
  }

  private static final class UniqueNames {
    private final Set<String> names = new HashSet<>();

    void add(String name) {
      if (!names.add(name)) {
        throw new AssertionError("twice: " + name);
      }
    }
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (help.matches()) {
      family = help.group(1);
      if (helps.put(family, help.group(2)) != null) {
        throw new AssertionError("told of twice: " + line);
      }
    } else if (type.matches()) {
      if (!type.group(1).equals(family) || types.put(family, type.group(2)) != null) {
        throw new AssertionError("out of place: " + line);
      }
    } else {
      sample(line);
    }
  }

  private void sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) {
      throw new AssertionError("not a sample: " + line);
    }
    String name = sample.group(1);
    boolean parts = List.of("histogram", "summary").contains(types.get(family));
    boolean ours = parts ? name.matches(family + "(_bucket|_sum|_count)") : name.equals(family);
    if (!ours) {
      throw new AssertionError("not of " + family + ": " + line);
    }
    double value =
        Double.parseDouble(
            sample.group(3).replace("+Inf", "Infinity").replace("-Inf", "-Infinity"));
    samples.add(new Sample(name, labels(sample.group(2)), value));
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (text == null) {
      return labels;
    }
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (label.lookingAt()) {
      labels.put(label.group(1), label.group(2));
      end = label.end();
      label.region(end, text.length());
    }
    if (end != text.length()) {
      throw new AssertionError("not labels: " + text);
    }
    return labels;
  }

  /// The names of all metrics.
  Set<String> families() {
    return types.keySet();
  }

  String type(String name) {
    return String.valueOf(types.get(name));
  }

  List<Sample> samples(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /// The sum over all samples of that name that bear the labels; 0 when there are none.
  double sum(String name, String... labels) {
    return samples(name).stream()
        .filter(sample -> bears(sample, labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static boolean bears(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }
}
