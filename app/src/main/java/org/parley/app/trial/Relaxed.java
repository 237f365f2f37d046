package org.parley.app.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.contract.Json;
import org.parley.contract.Watch;
import org.parley.contract.Watch.Breadth;

/// A watch without one part of its filter: what it finds beyond the whole watch is what that part
/// alone holds back.
///
/// @param part as the watch's file calls it; empty for the whole watch
/// @param watch the rest, under an id that no other part has
record Relaxed(String part, Watch watch) {
  private static final List<String> PARTS =
      List.of("stages", "parties", "languages", "sources", "leastScore", "breadth", "query");

  /// The watch itself, then one for each part that it has and can do without.
  static List<Relaxed> of(Watch watch) {
    List<Relaxed> all = new ArrayList<>();
    all.add(new Relaxed("", without("", watch)));
    for (String part : PARTS) {
      boolean needed = part.equals("query") && watch.concept() == null;
      if (!needed && has(part, watch)) {
        all.add(new Relaxed(part, without(part, watch)));
      }
    }
    return all;
  }

  private static boolean has(String part, Watch watch) {
    return switch (part) {
      case "stages" -> !watch.stages().isEmpty();
      case "parties" -> !watch.parties().isEmpty();
      case "languages" -> !watch.languages().isEmpty();
      case "sources" -> !watch.sources().isEmpty();
      case "leastScore" -> watch.leastScore() > 1;
      case "breadth" -> watch.breadth() == Breadth.STRICT;
      default -> watch.query() != null;
    };
  }

  private static Watch without(String part, Watch watch) {
    ObjectNode fields = Json.MAPPER.valueToTree(watch);
    fields.remove(part);
    if (part.equals("breadth")) {
      fields.put(part, Breadth.BROAD.label());
    }
    fields.put("watchId", "without-" + part.toLowerCase(Locale.ROOT));
    return Json.read(fields.toString(), Watch.class);
  }
}
