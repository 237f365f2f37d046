package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.Mention;
import org.parley.contract.TextMap;

/// Every example of every lexicon, and what a broken lexicon is told.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LexiconTest {
  private static final MentionTagger TAGGER = MentionTagger.load();
  private static final LexiconReader READER = new LexiconReader(LexiconFiles.SHIPPED);

  record Example(String language, String concept, String phrase, String sentence) {}

  static Stream<Example> strong() {
    return examples(LexiconFile.Concept::strong);
  }

  static Stream<Example> weak() {
    return examples(LexiconFile.Concept::weak);
  }

  static Stream<Example> faint() {
    return examples(LexiconFile.Concept::faint);
  }

  static Stream<Example> excluded() {
    return examples(LexiconFile.Concept::excluded);
  }

  @ParameterizedTest
  @MethodSource("strong")
  void strongPhraseFiresAlone(Example example) {
    assertThat(tag(example))
        .singleElement()
        .satisfies(mention -> assertThat(mention.evidence().rule()).isEqualTo("strong"));
  }

  @ParameterizedTest
  @MethodSource("weak")
  void weakPhraseFiresWithConflictAroundIt(Example example) {
    assertThat(tag(example))
        .singleElement()
        .satisfies(mention -> assertThat(mention.evidence().rule()).isEqualTo("context"));
  }

  @ParameterizedTest
  @MethodSource("faint")
  void faintPhraseFiresAfterASentenceThatOpensTheGate(Example example) {
    assertThat(tag(example)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("excluded")
  void excludedPhraseDoesNotFire(Example example) {
    assertThat(tag(example)).isEmpty();
  }

  @Test
  void everyOpponentIsSomeoneThatTheNamesKnow() {
    LexiconFile.Names names = READER.readNames("en");
    NameIndex index = new NamesReader("en", new Vocabulary()).read(names, names);

    assertThat(READER.readConflicts().opponents())
        .allSatisfy(list ->
            assertThat(list).allSatisfy(name -> assertThat(index.parties()).contains(name)));
  }

  @Test
  void everyPersonStandsForSomeoneThatTheNamesKnow() {
    LexiconFile.Names names = READER.readNames("en");
    NameIndex index = new NamesReader("en", new Vocabulary()).read(names, names);

    assertThat(names.people())
        .allSatisfy((name, person) -> {
          boolean organisation = names.organisations().containsKey(person.of());
          boolean code = person.of() != null && person.of().length() == 2;
          assertThat(organisation || code || index.parties().contains(person.of())).isTrue();
        });
  }

  @Test
  void brokenLexiconIsToldFileAndLine() {
    String yaml = "concept: peace-talks\nstrong:\n  - peace talks\n  - {phrase: \"peace <\"}\n";

    assertThatThrownBy(() -> LexiconReader.parse("test.yaml", yaml, LexiconFile.Concept.class))
        .hasMessageStartingWith("test.yaml: ")
        .hasMessageContaining("phrase 'peace <'")
        .hasMessageContaining("line 4");
    assertThatThrownBy(
            () -> LexiconReader.parse("test.yaml", "strnog: []\n", LexiconFile.Concept.class))
        .hasMessageContaining("test.yaml: ")
        .hasMessageContaining("strnog")
        .hasMessageContaining("(line ");
  }

  @Test
  void unknownStageIsRefused() {
    String yaml = "stages:\n  postponed:\n    - put off\n";

    assertThatThrownBy(() -> LexiconReader.parse("test.yaml", yaml, LexiconFile.Concept.class))
        .hasMessageContaining("postponed");
  }

  @Test
  void unknownSetIsRefused() {
    LexiconFile.Concept concept =
        LexiconReader.parse(
            "test.yaml", "concept: test\nstrong: [\"hold @parleys\"]\n", LexiconFile.Concept.class);
    LexiconFile.Names none = LexiconFile.Names.NONE;
    LexiconFile.Conflicts peace = new LexiconFile.Conflicts(List.of());

    assertThatThrownBy(() ->
            READER.assemble("en", List.of(concept), new LexiconReader.Names(none, none), peace))
        .hasMessageContaining("/lexicon/en/test.yaml")
        .hasMessageContaining("@parleys");
  }

  private static List<Mention> tag(Example example) {
    return TAGGER.tag(example.sentence, 0, example.language, TextMap.NONE).mentions().stream()
        .filter(mention -> mention.concept().equals(example.concept))
        .toList();
  }

  private static Stream<Example> examples(
      java.util.function.Function<LexiconFile.Concept, List<LexiconFile.Entry>> part) {
    return TAGGER.languages().stream()
        .flatMap(language ->
            TAGGER.concepts().stream()
                .filter(
                    concept -> LexiconFiles.SHIPPED.exists(LexiconFiles.path(language, concept)))
                .map(concept -> READER.readConcept(language, concept))
                .flatMap(concept ->
                    part.apply(concept).stream()
                        .filter(entry -> entry.example() != null)
                        .map(entry ->
                            new Example(
                                language,
                                concept.concept(),
                                entry.phrase().source(),
                                String.valueOf(entry.example())))));
  }
}
