package org.parley.processor.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the field `tests` of a watch's file:
///
/// ```yaml
/// tests:
///   expect:
///     - The two sides signed a ceasefire.
///     - {text: Сторони підписали перемир'я., language: uk, source: example.org}
///   reject:
///     - Wage talks were called off.
/// ```
record ExpectationReader(YamlNodes nodes) {
  static final String FIELD = "tests";

  private static final String EXPECT = "expect";
  private static final String REJECT = "reject";
  private static final List<String> PARTS = List.of(EXPECT, REJECT);
  private static final List<String> FIELDS = List.of("text", "language", "source");
  private static final String FORM = "tests are two lists of sentences, 'expect:' and 'reject:'";
  private static final String ONE = "a test is a sentence, or {text, language, source}";

  /// @throws InvalidWatchException naming what is wrong and where
  List<Expectation> read(@Nullable Node tests) {
    if (tests == null) {
      return List.of();
    }
    Map<String, Node> parts = nodes.fields(tests, PARTS, FORM);
    List<Expectation> all = new ArrayList<>();
    parts.forEach(
        (part, list) -> all.addAll(nodes.list(list, node -> one(node, part.equals(EXPECT)))));
    if (all.isEmpty()) {
      throw nodes.refused(tests, "there is no sentence in it; " + FORM);
    }
    return all;
  }

  private Expectation one(Node node, boolean wanted) {
    int line = node.getStartMark().getLine() + 1;
    if (!(node instanceof MappingNode)) {
      return new Expectation(wanted, nodes.text(node, "a test"), null, null, line);
    }
    Map<String, Node> fields = nodes.fields(node, FIELDS, ONE);
    Node text = fields.get("text");
    if (text == null) {
      throw nodes.refused(node, ONE + "; it has no text");
    }
    return new Expectation(
        wanted,
        nodes.text(text, "text"),
        nodes.word(fields.get("language"), "language"),
        nodes.word(fields.get("source"), "source"),
        line);
  }
}
