package org.parley.app.evaluate.copies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run got wrong: texts that joined another cluster's story or event, and clusters that are
/// spread over several.
final class CopyErrors {
  private final List<Placed> placed;
  private final Level level;
  private final Map<String, CopyRow> rows = new HashMap<>();

  CopyErrors(List<Placed> placed, Level level) {
    this.placed = placed;
    this.level = level;
    placed.forEach(text -> rows.put(text.row().id(), text.row()));
  }

  /// One line for each, in the order in which the texts came.
  List<String> list() {
    List<String> errors = new ArrayList<>();
    Map<String, String> homes = new HashMap<>();
    for (Placed text : placed) {
      CopyRow matched = rows.getOrDefault(text.matchedId(), text.row());
      if (text.isCopy() && level == Level.EVENTS) {
        errors.add("copy: " + joined(text, matched));
      } else if (text.isCopy() && !sameCluster(text, matched)) {
        errors.add("false: " + joined(text, matched));
      }
      String home = text.home(level);
      CopyRow opener = rows.getOrDefault(home, text.row());
      if (level == Level.EVENTS && !text.isCopy() && !sameCluster(text, opener)) {
        errors.add("false: " + named(text.row()) + " joined the event of " + named(opener));
      }
      String before = homes.putIfAbsent(text.row().cluster(), home);
      if (home.equals(text.row().id()) && before != null) {
        errors.add("missed: " + named(text.row()) + opened() + "; its cluster is in " + before);
      }
    }
    return errors;
  }

  private String opened() {
    return level == Level.EVENTS ? " opened an event" : " opened a story";
  }

  private static boolean sameCluster(Placed text, CopyRow other) {
    return text.row().cluster().equals(other.cluster());
  }

  private static String joined(Placed text, CopyRow matched) {
    return String.format(
        Locale.ROOT,
        "%s joined %s, containment %.3f",
        named(text.row()),
        named(matched),
        text.measure());
  }

  private static String named(CopyRow row) {
    return row.id() + " (" + row.kind() + ")";
  }
}
