package org.parley.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.parley.console.Health.Failed;
import org.parley.console.Health.NotReady;
import org.parley.console.Health.Ready;
import org.parley.console.Health.State;

/// The health of all parts together. Thread-safe.
final class Vitals {
  private final Supplier<List<Health>> parts;

  Vitals(Supplier<List<Health>> parts) {
    this.parts = parts;
  }

  /// How everything is at one moment.
  ///
  /// @param states by part, in the order of telling
  record Reading(Map<String, State> states) {
    boolean isAlive() {
      return states.values().stream().noneMatch(Failed.class::isInstance);
    }

    boolean isReady() {
      return states.values().stream().allMatch(Ready.class::isInstance);
    }

    /// @param good whether the question was answered with yes
    ObjectNode json(boolean good, String word) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("status", good ? word : "not " + word);
      ObjectNode each = json.putObject("parts");
      states.forEach((name, state) -> describe(each.putObject(name), state));
      return json;
    }

    private static void describe(ObjectNode part, State state) {
      switch (state) {
        case Ready() -> part.put("state", "ready");
        case NotReady(String reason) -> part.put("state", "not ready").put("reason", reason);
        case Failed(String reason) -> part.put("state", "failed").put("reason", reason);
      }
    }
  }

  Reading take() {
    Map<String, State> states = new LinkedHashMap<>();
    parts.get().forEach(part -> states.put(part.name(), part.now()));
    return new Reading(states);
  }
}
