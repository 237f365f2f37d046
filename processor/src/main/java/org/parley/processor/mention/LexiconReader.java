package org.parley.processor.mention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.processor.mention.Rule.Kind;

/// Reads the lexicon of a language from the class path: `lexicon/<language>/peace-talks.yaml` and
/// `names.yaml` there, and `lexicon/conflicts.yaml` for all. To add a language is to add a folder.
///
/// Every problem is an [IllegalArgumentException] with the file, the line and what to mend.
final class LexiconReader {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private LexiconReader() {}

  static boolean exists(String language, String concept) {
    return LexiconReader.class.getResource(path(language, concept)) != null;
  }

  static Lexicon read(String language, String concept) {
    return assemble(language, readConcept(language, concept), readNames(language), readConflicts());
  }

  static LexiconFile.Names readNames(String language) {
    return parse(path(language, "names"), LexiconFile.Names.class);
  }

  static LexiconFile.Conflicts readConflicts() {
    return parse("/lexicon/conflicts.yaml", LexiconFile.Conflicts.class);
  }

  /// The concept's file alone, for whoever wants its examples.
  static LexiconFile.Concept readConcept(String language, String concept) {
    return parse(path(language, concept), LexiconFile.Concept.class);
  }

  /// @throws IllegalArgumentException with file and line when `yaml` is no `type`
  static <T> T parse(String file, String yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + Json.problem(e), e);
    }
  }

  static Lexicon assemble(
      String language,
      LexiconFile.Concept concept,
      LexiconFile.Names names,
      LexiconFile.Conflicts conflicts) {
    Vocabulary vocabulary = new Vocabulary();
    NameIndex index = new NamesReader(language, vocabulary).read(names);
    PhraseCompiler compiler = new PhraseCompiler(vocabulary, concept.words());
    RuleIndex rules = new RuleIndex();
    String file = path(language, concept.concept());
    add(rules, compiler, file, Kind.EXCLUDED, concept.excluded());
    add(rules, compiler, file, Kind.STRONG, concept.strong());
    add(rules, compiler, file, Kind.WEAK, concept.weak());
    add(rules, compiler, file, Kind.FAINT, concept.faint());
    add(rules, compiler, file, Kind.CONTEXT, concept.context());
    add(rules, compiler, file, Kind.FOREIGN, concept.foreign());
    RuleIndex cues = new RuleIndex();
    add(cues, compiler, file, Kind.NEGATION, concept.negation());
    add(cues, compiler, file, Kind.GO_BETWEEN, concept.goBetween());
    concept
        .stages()
        .forEach((stage, entries) -> {
          for (LexiconFile.Entry cue : entries) {
            String source = cue.phrase().source();
            Rule rule = new Rule(Kind.CUE, source, stage, cue.weight(), false);
            cues.add(compile(compiler, file, cue), rule);
          }
        });
    Set<Integer> at = concept.at().stream().map(vocabulary::add).collect(Collectors.toSet());
    return new Lexicon(
        language,
        concept.concept(),
        vocabulary,
        rules,
        cues,
        index,
        Map.copyOf(concept.negated()),
        Set.copyOf(at),
        opponents(conflicts));
  }

  private static void add(
      RuleIndex rules,
      PhraseCompiler compiler,
      String file,
      Kind kind,
      List<LexiconFile.Entry> entries) {
    for (LexiconFile.Entry entry : entries) {
      String source = entry.phrase().source();
      Rule rule = new Rule(kind, source, entry.stage(), entry.weight(), entry.borderline());
      rules.add(compile(compiler, file, entry), rule);
    }
  }

  private static Phrase compile(PhraseCompiler compiler, String file, LexiconFile.Entry entry) {
    try {
      return compiler.compile(entry.phrase());
    } catch (IllegalArgumentException e) {
      String source = entry.phrase().source();
      throw new IllegalArgumentException(file + ": " + e.getMessage() + lineOf(file, source), e);
    }
  }

  private static Map<String, Set<String>> opponents(LexiconFile.Conflicts conflicts) {
    Map<String, Set<String>> opponents = new HashMap<>();
    for (List<String> conflict : conflicts.opponents()) {
      for (String one : conflict) {
        Set<String> others = opponents.computeIfAbsent(one, _ -> new HashSet<>());
        conflict.stream().filter(other -> !other.equals(one)).forEach(others::add);
      }
    }
    return opponents;
  }

  private static String lineOf(String file, String phrase) {
    String yaml = text(file);
    if (yaml == null || !yaml.contains(phrase)) {
      return "";
    }
    return " (line " + (1 + yaml.substring(0, yaml.indexOf(phrase)).lines().count()) + ")";
  }

  private static <T> T parse(String file, Class<T> type) {
    String yaml = text(file);
    if (yaml == null) {
      throw new IllegalArgumentException(
          file
              + " is missing from the class path; a lexicon folder has peace-talks.yaml and names.yaml");
    }
    return parse(file, yaml, type);
  }

  private static @Nullable String text(String file) {
    try (InputStream in = LexiconReader.class.getResourceAsStream(file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from the class path", e);
    }
  }

  private static String path(String language, String name) {
    return "/lexicon/" + language + "/" + name + ".yaml";
  }
}
