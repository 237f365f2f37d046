package org.parley.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
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

/// The configuration's file: nested keys become dotted ones, each value with the line on which it
/// stands. Values are taken as they are written: `on` is text, not a YAML boolean. What is wrong
/// with the file's shape is collected, so that it is reported with everything else.
final class YamlFile {
  private static final int DEEPEST = 8;

  private final Path file;
  private final BiConsumer<String, Values.Value> values;
  private final List<String> problems;
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlFile(Path file, BiConsumer<String, Values.Value> values, List<String> problems) {
    this.file = file;
    this.values = values;
    this.problems = problems;
  }

  /// @param values takes each key with its value
  /// @param problems takes a line for each thing that is wrong
  /// @throws Failure when it cannot be read as YAML at all
  static void read(Path file, BiConsumer<String, Values.Value> values, List<String> problems) {
    Node root = compose(file);
    var reading = new YamlFile(file, values, problems);
    switch (root) {
      case null -> {}
      case MappingNode mapping -> reading.flatten("", mapping, 1);
      case Node other when isEmpty(other) -> {}
      case Node _ ->
          throw new Failure(
              ExitCode.USAGE, file + ": must be keys and values, such as 'prefix: parley'");
    }
  }

  private static @Nullable Node compose(Path file) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String place = mark == null ? "" : " (line " + (mark.getLine() + 1) + ")";
      throw new Failure(ExitCode.USAGE, file + ": not YAML: " + oneLine(e.getProblem()) + place, e);
    } catch (YAMLException e) {
      throw new Failure(ExitCode.USAGE, file + ": not YAML: " + oneLine(e.getMessage()), e);
    } catch (CharacterCodingException e) {
      throw new Failure(ExitCode.USAGE, file + ": is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  private void flatten(String prefix, MappingNode mapping, int depth) {
    for (NodeTuple field : mapping.getValue()) {
      if (field.getKeyNode() instanceof ScalarNode name && depth <= DEEPEST) {
        take(prefix + name.getValue().strip(), line(name), field.getValueNode(), depth);
      } else {
        problems.add(from(line(field.getKeyNode())) + ": a key must be one word");
      }
    }
  }

  private void take(String key, int line, Node value, int depth) {
    switch (value) {
      case MappingNode nested when isOneValue(key) ->
          problems.add(key + " (" + from(line) + ") must be one value, not keys of its own");
      case MappingNode nested -> flatten(key + ".", nested, depth + 1);
      case SequenceNode list -> put(key, line, items(key, list), true);
      case ScalarNode scalar when isEmpty(scalar) -> {}
      case ScalarNode scalar -> put(key, line, scalar.getValue(), false);
      default -> problems.add(key + " (" + from(line) + ") must be text or a list");
    }
  }

  private void put(String key, int line, String text, boolean list) {
    Integer before = lines.putIfAbsent(key, line);
    if (before != null) {
      problems.add(key + " (" + from(line) + ") is given twice, first on line " + before);
      return;
    }
    values.accept(key, new Values.Value(text, from(line), list));
  }

  private String items(String key, SequenceNode list) {
    List<String> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (item instanceof ScalarNode scalar) {
        items.add(scalar.getValue());
      } else {
        problems.add(key + " (" + from(line(item)) + ") must be a list of single values");
      }
    }
    return String.join(",", items);
  }

  private static boolean isOneValue(String key) {
    return Settings.ALL.stream().anyMatch(setting -> setting.key().equals(key));
  }

  private static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private String from(int line) {
    return file + " line " + line;
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "malformed" : message.replaceAll("\\s+", " ").strip();
  }
}
