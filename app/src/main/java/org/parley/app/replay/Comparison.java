package org.parley.app.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.parley.contract.Json;

/// Compares the alerts of a replay with those that were expected, and says in words a person can
/// act on what is different.
public final class Comparison {
  private static final int SHOWN = 20;
  private static final int VALUE = 100;

  private Comparison() {}

  /// What differs, a line each; empty when nothing does.
  public static List<String> differences(List<String> expected, List<String> actual) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String place = "alert " + (i + 1);
      if (i >= actual.size()) {
        differences.add(place + ": missing: " + headline(expected.get(i)));
      } else if (i >= expected.size()) {
        differences.add(place + ": not expected: " + headline(actual.get(i)));
      } else if (!expected.get(i).equals(actual.get(i))) {
        compare(place, expected.get(i), actual.get(i), differences);
      }
    }
    return shortened(differences);
  }

  private static void compare(
      String place, String expected, String actual, List<String> differences) {
    int before = differences.size();
    compare(place, "", parse(expected), parse(actual), differences);
    if (differences.size() == before) {
      differences.add(place + ": the same values, written differently");
    }
  }

  private static void compare(
      String place, String path, JsonNode expected, JsonNode actual, List<String> differences) {
    if (expected.isObject() && actual.isObject()) {
      var names = new TreeSet<String>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(place, path + "." + name, expected.path(name), actual.path(name), differences);
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(place, path + "[" + i + "]", expected.get(i), actual.get(i), differences);
      }
    } else if (!Objects.equals(expected, actual)) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%s: %s: expected %s, got %s",
              place,
              path.isEmpty() ? "the whole" : path.substring(1),
              shown(expected),
              shown(actual)));
    }
  }

  private static JsonNode parse(String line) {
    try {
      return Json.read(line, JsonNode.class);
    } catch (IllegalArgumentException _) {
      // A line that is no JSON is compared as text.
      return Json.MAPPER.getNodeFactory().textNode(line);
    }
  }

  private static String headline(String line) {
    JsonNode alert = parse(line);
    String title = alert.path("article").path("title").asText("");
    return title.isEmpty() ? shown(alert) : title;
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= VALUE ? text : text.substring(0, VALUE) + "…";
  }

  private static List<String> shortened(List<String> differences) {
    if (differences.size() <= SHOWN) {
      return differences;
    }
    List<String> shortened = new ArrayList<>(differences.subList(0, SHOWN));
    shortened.add("and " + (differences.size() - SHOWN) + " more");
    return shortened;
  }
}
