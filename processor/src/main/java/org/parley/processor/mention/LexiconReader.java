package org.parley.processor.mention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.contract.Json;
import org.parley.processor.date.DateFinder;
import org.parley.processor.mention.Rule.Kind;

/// Reads the lexicons of a language: `lexicon/<language>/<concept>.yaml` for each concept and
/// `names.yaml` and `claims.yaml` beside them, and for all languages `lexicon/conflicts.yaml` and
/// the English names, which tell who stands for whom. To add a language is to add a folder.
///
/// Every problem is an [IllegalArgumentException] with the file, the line and what to mend.
final class LexiconReader {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final String CONFLICTS = "/lexicon/conflicts.yaml";
  private static final String CONCEPTS = "/lexicon/concepts.yaml";

  /// The language whose names tell who is who.
  private static final String USUAL = "en";

  private final LexiconFiles files;

  LexiconReader(LexiconFiles files) {
    this.files = files;
  }

  /// All concepts that there are, sorted.
  Set<String> concepts() {
    Set<String> concepts = new TreeSet<>(shippedConcepts());
    concepts.addAll(files.conceptsInFolder());
    return concepts;
  }

  /// All languages that have a lexicon, sorted.
  Set<String> languages() {
    return files.languages(shippedConcepts());
  }

  private List<String> shippedConcepts() {
    return parse(CONCEPTS, LexiconFile.Concepts.class).concepts();
  }

  /// The language with every concept that it has a file for.
  Language read(String language) {
    List<LexiconFile.Concept> concepts = new ArrayList<>();
    for (String concept : concepts()) {
      if (files.exists(LexiconFiles.path(language, concept))) {
        concepts.add(readConcept(language, concept));
      }
    }
    LexiconFile.Names own =
        files.exists(LexiconFiles.path(language, LexiconFiles.NAMES))
            ? readNames(language)
            : LexiconFile.Names.NONE;
    return assemble(language, concepts, new Names(own, readNames(USUAL)), readConflicts());
  }

  LexiconFile.Names readNames(String language) {
    return parse(LexiconFiles.path(language, LexiconFiles.NAMES), LexiconFile.Names.class);
  }

  /// A language may do without.
  LexiconFile.Claims readClaims(String language) {
    String path = LexiconFiles.path(language, LexiconFiles.CLAIMS);
    return files.exists(path) ? parse(path, LexiconFile.Claims.class) : LexiconFile.Claims.NONE;
  }

  LexiconFile.Conflicts readConflicts() {
    return parse(CONFLICTS, LexiconFile.Conflicts.class);
  }

  /// The concept's file alone, for whoever wants its examples.
  ///
  /// @throws IllegalArgumentException also when it says that it is of another concept
  LexiconFile.Concept readConcept(String language, String concept) {
    String path = LexiconFiles.path(language, concept);
    LexiconFile.Concept read = parse(path, LexiconFile.Concept.class);
    if (!concept.equals(read.concept())) {
      throw new IllegalArgumentException(
          files.nameOf(path) + ": it must say 'concept: " + concept + "', as the file is named");
    }
    return read;
  }

  /// @throws IllegalArgumentException with file and line when `yaml` is no `type`
  static <T> T parse(String file, String yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + Json.problem(e), e);
    }
  }

  /// The names of a language.
  ///
  /// @param own of the language
  /// @param usual the English ones: who stands for whom, and spellings known everywhere
  record Names(LexiconFile.Names own, LexiconFile.Names usual) {}

  Language assemble(
      String language,
      List<LexiconFile.Concept> concepts,
      Names names,
      LexiconFile.Conflicts conflicts) {
    Vocabulary vocabulary = new Vocabulary(Affixes.of(language));
    NameIndex index = new NamesReader(language, vocabulary).read(names.own(), names.usual());
    Map<String, Set<String>> opponents = opponents(conflicts);
    List<Lexicon> lexicons = new ArrayList<>();
    for (LexiconFile.Concept concept : concepts) {
      String path = LexiconFiles.path(language, concept.concept());
      lexicons.add(lexicon(path, concept, vocabulary, opponents, Han.signsOfWord(language)));
    }
    LexiconFile.Claims claims = readClaims(language);
    return new Language(
        language,
        vocabulary,
        index,
        List.copyOf(lexicons),
        claims(LexiconFiles.path(language, LexiconFiles.CLAIMS), claims, vocabulary),
        new DateFinder(language, claims.dates()));
  }

  private RuleIndex claims(String path, LexiconFile.Claims claims, Vocabulary vocabulary) {
    PhraseCompiler compiler = new PhraseCompiler(vocabulary, claims.words());
    RuleIndex index = new RuleIndex();
    add(index, compiler, path, Kind.DENIED, claims.denied());
    add(index, compiler, path, Kind.CONDITIONAL, claims.conditional());
    add(index, compiler, path, Kind.REPORTING, claims.reporting());
    return index;
  }

  private Lexicon lexicon(
      String path,
      LexiconFile.Concept concept,
      Vocabulary vocabulary,
      Map<String, Set<String>> opponents,
      int signs) {
    PhraseCompiler compiler = new PhraseCompiler(vocabulary, concept.words());
    RuleIndex rules = new RuleIndex();
    add(rules, compiler, path, Kind.EXCLUDED, concept.excluded());
    add(rules, compiler, path, Kind.STRONG, concept.strong());
    add(rules, compiler, path, Kind.WEAK, concept.weak());
    add(rules, compiler, path, Kind.FAINT, concept.faint());
    add(rules, compiler, path, Kind.CONTEXT, concept.context());
    add(rules, compiler, path, Kind.FOREIGN, concept.foreign());
    requireExamples(path, concept);
    RuleIndex cues = new RuleIndex();
    add(cues, compiler, path, Kind.NEGATION, concept.negation());
    add(cues, compiler, path, Kind.GO_BETWEEN, concept.goBetween());
    concept
        .stages()
        .forEach((stage, entries) -> {
          for (LexiconFile.Entry cue : entries) {
            String source = cue.phrase().source();
            Rule rule = new Rule(Kind.CUE, source, stage, cue.weight(), false);
            cues.add(compile(compiler, path, cue), rule);
          }
        });
    return new Lexicon(
        concept.concept(),
        rules,
        cues,
        Map.copyOf(concept.negated()),
        numbers(concept.at(), vocabulary),
        numbers(concept.behind(), vocabulary),
        opponents,
        signs);
  }

  private static Set<Integer> numbers(List<String> words, Vocabulary vocabulary) {
    return words.stream().map(vocabulary::add).collect(Collectors.toUnmodifiableSet());
  }

  private void add(
      RuleIndex rules,
      PhraseCompiler compiler,
      String path,
      Kind kind,
      List<LexiconFile.Entry> entries) {
    for (LexiconFile.Entry entry : entries) {
      String source = entry.phrase().source();
      Rule rule = new Rule(kind, source, entry.stage(), entry.weight(), entry.borderline());
      rules.add(compile(compiler, path, entry), rule);
    }
  }

  /// What fires or keeps from firing is tried on an example, so that a lexicon can be trusted.
  private void requireExamples(String path, LexiconFile.Concept concept) {
    Stream.of(concept.strong(), concept.weak(), concept.faint(), concept.excluded())
        .flatMap(List::stream)
        .filter(entry -> entry.example() == null)
        .findFirst()
        .ifPresent(entry -> {
          String source = entry.phrase().source();
          throw new IllegalArgumentException(
              files.nameOf(path)
                  + ": phrase '"
                  + source
                  + "' has no example; give it a sentence that it decides"
                  + lineOf(path, source));
        });
  }

  private Phrase compile(PhraseCompiler compiler, String path, LexiconFile.Entry entry) {
    try {
      return compiler.compile(entry.phrase());
    } catch (IllegalArgumentException e) {
      String source = entry.phrase().source();
      throw new IllegalArgumentException(
          files.nameOf(path) + ": " + e.getMessage() + lineOf(path, source), e);
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

  private String lineOf(String path, String phrase) {
    String yaml = files.text(path);
    if (yaml == null || !yaml.contains(phrase)) {
      return "";
    }
    long breaks = yaml.substring(0, yaml.indexOf(phrase)).chars().filter(c -> c == '\n').count();
    return " (line " + (breaks + 1) + ")";
  }

  private <T> T parse(String path, Class<T> type) {
    String yaml = files.text(path);
    if (yaml == null) {
      throw new IllegalArgumentException(files.nameOf(path) + " is missing");
    }
    return parse(files.nameOf(path), yaml, type);
  }
}
