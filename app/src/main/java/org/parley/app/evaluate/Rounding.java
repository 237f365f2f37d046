package org.parley.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Cuts the ratios of a JSON tree to four decimals: more than that is noise.
public final class Rounding {
  private static final double FOUR_DECIMALS = 10_000;

  private Rounding() {}

  /// The same tree, changed in place where it is an object or a list.
  public static JsonNode of(JsonNode node) {
    switch (node) {
      case ObjectNode object ->
          object.properties().forEach(field -> field.setValue(of(field.getValue())));
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, of(list.get(i)));
        }
      }
      default -> {
        return node.isDouble()
            ? DoubleNode.valueOf(Math.round(node.asDouble() * FOUR_DECIMALS) / FOUR_DECIMALS)
            : node;
      }
    }
    return node;
  }
}
