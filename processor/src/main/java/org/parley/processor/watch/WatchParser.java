package org.parley.processor.watch;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Spelling;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
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

/// Reads a watch that a person wrote, in YAML or JSON, and says in one line, with file, line and
/// column, what is wrong with it. Unlike the record's JSON reader it refuses what it does not know,
/// since a misspelt field would otherwise silently ask for something else.
///
/// Values are taken as they are written: `languages: [no]` is Norwegian, not a YAML boolean.
public final class WatchParser {
  private static final List<String> FIELDS =
      Stream.of(Watch.class.getRecordComponents()).map(c -> c.getName()).toList();
  private static final List<String> CONCEPTS = List.of(Mention.PEACE_TALKS);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final String file;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private WatchParser(String file) {
    this.file = file;
  }

  /// The watch that `text` describes, its query checked.
  ///
  /// @param text YAML or JSON
  /// @param file what to call it in a message
  /// @throws InvalidWatchException saying what is wrong and where
  public static Watch parse(String text, String file) {
    var parser = new WatchParser(file);
    Node root = parser.compose(text);
    parser.readFields(root);
    return parser.checked(root);
  }

  private Node compose(String text) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
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

  private void readFields(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      throw refused(root, "a watch is a list of fields, such as 'watchId: peace-talks'");
    }
    for (NodeTuple field : mapping.getValue()) {
      String name = text(field.getKeyNode(), "a field's name");
      if (!FIELDS.contains(name)) {
        throw refused(
            field.getKeyNode(), "unknown field '" + name + "'" + Spelling.suggest(name, FIELDS));
      }
      if (values.put(name, field.getValueNode()) != null) {
        throw refused(field.getKeyNode(), "field '" + name + "' is given twice");
      }
    }
    if (word("watchId") == null) {
      throw refused(root, "watchId is missing; add one such as 'watchId: my-watch'");
    }
  }

  private Watch checked(Node root) {
    Watch watch = watch(root);
    try {
      WatchSet.check(watch);
      return watch;
    } catch (InvalidWatchException e) {
      throw refused(values.getOrDefault(e.field(), root), oneLine(e.getMessage()));
    }
  }

  private Watch watch(Node root) {
    String concept = oneOf("concept", word("concept"), CONCEPTS);
    try {
      return new Watch(
          String.valueOf(word("watchId")),
          word("name"),
          concept,
          words("stages", this::stage),
          words("parties", node -> text(node, "a party")),
          words("languages", this::language),
          words("sources", node -> text(node, "a source")),
          leastScore(),
          breadth(),
          word("query"));
    } catch (InvalidWatchException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String message = oneLine(e.getMessage());
      Node place = message.startsWith("watchId") ? values.getOrDefault("watchId", root) : root;
      throw refused(place, message);
    }
  }

  private Stage stage(Node node) {
    String label = text(node, "a stage");
    List<String> labels = Stream.of(Stage.values()).map(Stage::label).toList();
    return Stage.of(known("stage", label, labels, node));
  }

  private String language(Node node) {
    String tag = text(node, "a language");
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (LANGUAGES.contains(primary) || primary.length() == 3) {
      return tag.replace('_', '-');
    }
    String meant =
        LANGUAGES.stream()
            .sorted()
            .filter(
                code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(tag))
            .findFirst()
            .map(code -> "; did you mean '" + code + "'?")
            .orElse("; use a tag such as en, uk or pt-BR");
    throw refused(node, "unknown language '" + tag + "'" + meant);
  }

  private Watch.Breadth breadth() {
    List<String> labels = Stream.of(Watch.Breadth.values()).map(Watch.Breadth::label).toList();
    String label = oneOf("breadth", word("breadth"), labels);
    return label == null ? Watch.Breadth.STRICT : Watch.Breadth.of(label);
  }

  private int leastScore() {
    String number = word("leastScore");
    if (number == null) {
      return 1;
    }
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException _) {
      throw refused(
          values.get("leastScore"), "leastScore must be a whole number, not '" + number + "'");
    }
  }

  private @Nullable String oneOf(String field, @Nullable String word, List<String> labels) {
    return word == null ? null : known(field, word, labels, values.get(field));
  }

  private String known(String what, String word, List<String> labels, @Nullable Node node) {
    if (labels.stream().noneMatch(word::equalsIgnoreCase)) {
      throw refused(node, "unknown " + what + " '" + word + "'" + Spelling.suggest(word, labels));
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private interface Reader<T> {
    T read(Node node);
  }

  /// A list, or one value in place of a list of one.
  private <T> List<T> words(String field, Reader<T> reader) {
    Node value = values.get(field);
    if (value == null || isNull(value)) {
      return List.of();
    }
    var words = new ArrayList<T>();
    if (value instanceof SequenceNode list) {
      list.getValue().forEach(node -> words.add(reader.read(node)));
    } else {
      words.add(reader.read(value));
    }
    return words;
  }

  private @Nullable String word(String field) {
    Node value = values.get(field);
    return value == null || isNull(value) ? null : text(value, field);
  }

  private String text(Node node, String what) {
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

  private InvalidWatchException refused(@Nullable Node node, String problem) {
    return refused(node == null ? null : node.getStartMark(), problem);
  }

  private InvalidWatchException refused(@Nullable Mark mark, String problem) {
    String place =
        mark == null ? "" : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    return new InvalidWatchException(file + place + ": " + problem, "");
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "malformed" : message.replaceAll("\\s+", " ").strip();
  }
}
