package org.parley.processor.watch;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Spelling;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A person's file of YAML or JSON, read as its nodes, so that each mistake can be named with file,
/// line and column. Values are taken as they are written: `[no]` is a word, not a YAML boolean.
///
/// @param file what to call it in a message
/// @param content all of it
record YamlNodes(String file, String content) {
  /// The whole file.
  ///
  /// @throws InvalidWatchException when it is no YAML, or empty
  Node root() {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(content));
    } catch (MarkedYAMLException e) {
      String problem = oneLine(e.getProblem() == null ? e.getContext() : e.getProblem());
      throw refused(e.getProblemMark(), "not readable as YAML or JSON: " + problem);
    } catch (YAMLException e) {
      throw refused((Mark) null, "not readable as YAML or JSON: " + oneLine(e.getMessage()));
    }
    if (root == null) {
      throw refused(
          (Mark) null, "it is empty; a watch needs at least watchId, and concept or query");
    }
    return root;
  }

  /// The fields of a node, each given once and one of `known`.
  ///
  /// @param what such a node is, for the message when it has no fields
  Map<String, Node> fields(Node node, List<String> known, String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw refused(node, what);
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple field : mapping.getValue()) {
      String name = text(field.getKeyNode(), "a field's name");
      if (!known.contains(name)) {
        throw refused(
            field.getKeyNode(), "unknown field '" + name + "'" + Spelling.suggest(name, known));
      }
      if (fields.put(name, field.getValueNode()) != null) {
        throw refused(field.getKeyNode(), "field '" + name + "' is given twice");
      }
    }
    return fields;
  }

  /// A list, or one value in place of a list of one; none is an empty list.
  <T> List<T> list(@Nullable Node value, Function<Node, T> reader) {
    if (value == null || isNull(value)) {
      return List.of();
    }
    List<T> words = new ArrayList<>();
    if (value instanceof SequenceNode list) {
      list.getValue().forEach(node -> words.add(reader.apply(node)));
    } else {
      words.add(reader.apply(value));
    }
    return words;
  }

  /// One value, or none.
  @Nullable String word(@Nullable Node value, String what) {
    return value == null || isNull(value) ? null : text(value, what);
  }

  /// One value.
  ///
  /// @param what it is, for a message
  String text(Node node, String what) {
    if (!(node instanceof ScalarNode scalar)) {
      throw refused(node, what + " must be one value, not a list or fields of its own");
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty()) {
      throw refused(node, what + " must not be empty");
    }
    return text;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  InvalidWatchException refused(@Nullable Node node, String problem) {
    return refused(node == null ? null : node.getStartMark(), problem);
  }

  private InvalidWatchException refused(@Nullable Mark mark, String problem) {
    return new InvalidWatchException(place(mark) + ": " + problem, "");
  }

  /// The same for a mistake inside of a value.
  ///
  /// @param index of the mistake in the value; at its beginning when the value is written in a way
  ///   in which that cannot be told
  InvalidWatchException refused(@Nullable Node node, int index, String problem) {
    int at = node instanceof ScalarNode scalar ? Written.at(content, scalar, index) : -1;
    if (at < 0) {
      return refused(node, problem);
    }
    int line = 1 + (int) content.substring(0, at).chars().filter(c -> c == '\n').count();
    int column = at - content.lastIndexOf('\n', at - 1);
    return new InvalidWatchException(place(line, column) + ": " + problem, "");
  }

  /// File, line and column of a node.
  String place(Node node) {
    return place(node.getStartMark());
  }

  private String place(@Nullable Mark mark) {
    return mark == null ? file : place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private String place(int line, int column) {
    return file + ", line " + line + ", column " + column;
  }

  /// A message of someone else's without line breaks.
  static String oneLine(@Nullable String message) {
    return message == null ? "malformed" : message.replaceAll("\\s+", " ").strip();
  }
}
