package org.parley.processor.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Spelling;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.processor.mention.Known;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a watch that a person wrote, in YAML or JSON, and says in one line, with file, line and
/// column, what is wrong with it. Unlike the record's JSON reader it refuses what it does not know,
/// since a misspelt field would otherwise silently ask for something else.
///
/// Values are taken as they are written: `languages: [no]` is Norwegian, not a YAML boolean.
public final class WatchParser {
  private static final List<String> FIELDS =
      Stream.concat(
              Stream.of(Watch.class.getRecordComponents()).map(c -> c.getName()),
              Stream.of(ExpectationReader.FIELD))
          .toList();
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final YamlNodes nodes;
  private final Node root;
  private final Map<String, Node> values;

  private WatchParser(YamlNodes nodes) {
    this.nodes = nodes;
    this.root = nodes.root();
    this.values =
        nodes.fields(root, FIELDS, "a watch is a list of fields, such as 'watchId: peace-talks'");
  }

  /// The watch that `text` describes, its query checked.
  ///
  /// @param text YAML or JSON
  /// @param file what to call it in a message
  /// @throws InvalidWatchException saying what is wrong and where
  public static Watch parse(String text, String file) {
    return read(text, file).watch();
  }

  /// The same with its unit tests, and with a warning for each party that no lexicon knows.
  ///
  /// @throws InvalidWatchException saying what is wrong and where
  public static WrittenWatch read(String text, String file) {
    var parser = new WatchParser(new YamlNodes(file, text));
    Watch watch = parser.checked();
    return new WrittenWatch(
        watch,
        new ExpectationReader(parser.nodes).read(parser.values.get(ExpectationReader.FIELD)),
        parser.strangers());
  }

  private Watch checked() {
    if (word("watchId") == null) {
      throw nodes.refused(root, "watchId is missing; add one such as 'watchId: my-watch'");
    }
    Watch watch = watch();
    try {
      WatchSet.check(watch);
      return watch;
    } catch (InvalidWatchException e) {
      Node place = values.getOrDefault(e.field(), root);
      throw nodes.refused(place, e.index(), e.field() + ": " + YamlNodes.oneLine(e.problem()));
    }
  }

  private Watch watch() {
    String concept = oneOf("concept", word("concept"), List.copyOf(Known.concepts()));
    try {
      return new Watch(
          String.valueOf(word("watchId")),
          word("name"),
          concept,
          words("stages", this::stage),
          words("parties", node -> nodes.text(node, "a party")),
          words("languages", this::language),
          words("sources", node -> nodes.text(node, "a source")),
          leastScore(),
          breadth(),
          word("query"),
          once());
    } catch (InvalidWatchException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String message = YamlNodes.oneLine(e.getMessage());
      Node place = message.startsWith("watchId") ? values.getOrDefault("watchId", root) : root;
      throw nodes.refused(place, message);
    }
  }

  /// The parties that nothing in any language stands for: no mention will ever have them.
  private List<String> strangers() {
    List<String> warnings = new ArrayList<>();
    Set<String> known = Known.parties();
    words("parties", node -> node)
        .forEach(node -> {
          String party = nodes.text(node, "a party");
          if (known.stream().noneMatch(party::equalsIgnoreCase)) {
            String meant =
                Spelling.nearest(party, known)
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse("; parties are called by their usual English name");
            warnings.add(nodes.place(node) + ": no lexicon knows a party '" + party + "'" + meant);
          }
        });
    return warnings;
  }

  private Stage stage(Node node) {
    String label = nodes.text(node, "a stage");
    List<String> labels = Stream.of(Stage.values()).map(Stage::label).toList();
    return Stage.of(known("stage", label, labels, node));
  }

  private String language(Node node) {
    String tag = nodes.text(node, "a language");
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
    throw nodes.refused(node, "unknown language '" + tag + "'" + meant);
  }

  private Watch.Breadth breadth() {
    List<String> labels = Stream.of(Watch.Breadth.values()).map(Watch.Breadth::label).toList();
    String label = oneOf("breadth", word("breadth"), labels);
    return label == null ? Watch.Breadth.STRICT : Watch.Breadth.of(label);
  }

  private Watch.Once once() {
    List<String> labels = Stream.of(Watch.Once.values()).map(Watch.Once::label).toList();
    String label = oneOf("once", word("once"), labels);
    return label == null ? Watch.Once.STORY : Watch.Once.of(label);
  }

  private int leastScore() {
    String number = word("leastScore");
    if (number == null) {
      return 1;
    }
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException _) {
      throw nodes.refused(
          values.get("leastScore"), "leastScore must be a whole number, not '" + number + "'");
    }
  }

  private @Nullable String oneOf(String field, @Nullable String word, List<String> labels) {
    return word == null ? null : known(field, word, labels, values.get(field));
  }

  private String known(String what, String word, List<String> labels, @Nullable Node node) {
    if (labels.stream().noneMatch(word::equalsIgnoreCase)) {
      throw nodes.refused(
          node, "unknown " + what + " '" + word + "'" + Spelling.suggest(word, labels));
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private <T> List<T> words(String field, Function<Node, T> reader) {
    return nodes.list(values.get(field), reader);
  }

  private @Nullable String word(String field) {
    return nodes.word(values.get(field), field);
  }
}
