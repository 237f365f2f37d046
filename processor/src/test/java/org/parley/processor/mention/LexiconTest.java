package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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

  record Example(String language, String phrase, String sentence) {}

  static Stream<Example> strong() {
    return examples(LexiconFile.Concept::strong);
  }

  static Stream<Example> weak() {
    return examples(LexiconFile.Concept::weak);
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
  @MethodSource("excluded")
  void excludedPhraseDoesNotFire(Example example) {
    assertThat(tag(example)).isEmpty();
  }

  @Test
  void everyOpponentIsSomeoneThatTheNamesKnow() {
    LexiconFile.Names names = LexiconReader.readNames("en");
    NameIndex index = new NamesReader("en", new Vocabulary()).read(names);

    assertThat(LexiconReader.readConflicts().opponents())
        .allSatisfy(list ->
            assertThat(list).allSatisfy(name -> assertThat(index.parties()).contains(name)));
  }

  @Test
  void everyPersonStandsForSomeoneThatTheNamesKnow() {
    LexiconFile.Names names = LexiconReader.readNames("en");
    NameIndex index = new NamesReader("en", new Vocabulary()).read(names);

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
    LexiconFile.Names none =
        new LexiconFile.Names(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    assertThatThrownBy(
            () -> LexiconReader.assemble("en", concept, none, new LexiconFile.Conflicts(List.of())))
        .hasMessageContaining("/lexicon/en/test.yaml")
        .hasMessageContaining("@parleys");
  }

  private static List<Mention> tag(Example example) {
    return TAGGER.tag(example.sentence, 0, example.language, TextMap.NONE).mentions();
  }

  private static Stream<Example> examples(
      java.util.function.Function<LexiconFile.Concept, List<LexiconFile.Entry>> part) {
    return TAGGER.languages().stream()
        .sorted()
        .flatMap(language ->
            part.apply(LexiconReader.readConcept(language, Mention.PEACE_TALKS)).stream()
                .filter(entry -> entry.example() != null)
                .map(entry ->
                    new Example(
                        language, entry.phrase().source(), String.valueOf(entry.example()))));
  }
}
