package org.parley.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Json;
import org.parley.contract.Stage;
import org.parley.contract.Watch;

class WatchParserTest {
  @Test
  void readsYaml() {
    Watch watch =
        WatchParser.parse(
            """
            watchId: black-sea
            name: Black Sea
            concept: peace-talks
            stages: [ceasefire, Collapsed]
            parties:
              - Ukraine
            languages: uk
            sources: [Example.org]
            leastScore: 2
            breadth: broad
            query: >
              fn:maxwidth(8
                fn:unordered(grain corridor))
            """,
            "w.yaml");

    assertThat(watch)
        .isEqualTo(
            new Watch(
                "black-sea",
                "Black Sea",
                "peace-talks",
                List.of(Stage.CEASEFIRE, Stage.COLLAPSED),
                List.of("Ukraine"),
                List.of("uk"),
                List.of("example.org"),
                2,
                Watch.Breadth.BROAD,
                "fn:maxwidth(8\n  fn:unordered(grain corridor))"));
  }

  @Test
  void readsWhatAWatchHearsOfOnce() {
    String watch = "watchId: w\nconcept: peace-talks\nonce: ";

    assertThat(WatchParser.parse(watch + "event", "w.yaml").once()).isEqualTo(Watch.Once.EVENT);
    assertThatThrownBy(() -> WatchParser.parse(watch + "topic", "w.yaml"))
        .hasMessageContaining("w.yaml, line 3, column 7")
        .hasMessageContaining("event");
  }

  @Test
  void readsTheJsonThatTheRecordIsWrittenAs() {
    Watch watch =
        WatchParser.parse("watchId: w\nconcept: peace-talks\nstages: ceasefire", "w.yaml");

    assertThat(WatchParser.parse(Json.write(watch), "w.json")).isEqualTo(watch);
  }

  @Test
  void takesNoForNorwegian() {
    Watch watch = WatchParser.parse("watchId: w\nquery: fred\nlanguages: [no]", "w.yaml");

    assertThat(watch.languages()).containsExactly("no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                    | w.yaml: it is empty; a watch needs",
        "# only a comment                      | w.yaml: it is empty; a watch needs",
        "just words                            | w.yaml, line 1, column 1: a watch is a list of fields",
        "[a, b]                                | w.yaml, line 1, column 1: a watch is a list of fields",
        "concept: peace-talks                  | w.yaml, line 1, column 1: watchId is missing",
        "watchId: w                            | w.yaml, line 1, column 1: watch 'w' asks for nothing",
        "watchId: w~stage: [ceasefire]         | w.yaml, line 2, column 1: unknown field 'stage'; did you mean 'stages'?",
        "watchId: w~wibble: 1                  | w.yaml, line 2, column 1: unknown field 'wibble'; one of watchId, name,",
        "id: w~query: a                        | w.yaml, line 1, column 1: unknown field 'id'; did you mean 'watchId'?",
        "watchId: w~concept: peace-talk        | w.yaml, line 2, column 10: unknown concept 'peace-talk'; did you mean 'peace-talks'?",
        "watchId: w~concept: peace-talks~stages: [agreement, cease-fire] | w.yaml, line 3, column 21: unknown stage 'cease-fire'; did you mean 'ceasefire'?",
        "watchId: w~concept: peace-talks~stages: [peace] | unknown stage 'peace'; one of collapsed, refused,",
        "watchId: w~concept: peace-talks~breadth: wide   | w.yaml, line 3, column 10: unknown breadth 'wide'; one of strict, broad",
        "watchId: w~concept: peace-talks~leastScore: two | w.yaml, line 3, column 13: leastScore must be a whole number, not 'two'",
        "watchId: w~query: a~languages: [english]        | w.yaml, line 3, column 13: unknown language 'english'; did you mean 'en'?",
        "watchId: w~query: a~languages: [q]              | unknown language 'q'; use a tag such as en, uk or pt-BR",
        "watchId: W w~query: a                 | w.yaml, line 1, column 10: watchId 'W w' must be 1 to 100 of a-z, 0-9 and '-'",
        "watchId: w~watchId: v~query: a        | w.yaml, line 2, column 1: field 'watchId' is given twice",
        "watchId: [w]~query: a                 | w.yaml, line 1, column 10: watchId must be one value",
        "watchId: w~concept: peace-talks~stages: [[ceasefire]] | w.yaml, line 3, column 10: a stage must be one value",
        "watchId: w~concept:                  | w.yaml, line 1, column 1: watch 'w' asks for nothing",
        "watchId: w~concept: peace-talks~parties: [\"\"]       | w.yaml, line 3, column 11: a party must not be empty",
        "watchId: w~query: grain AND (         | w.yaml, line 2, column 18: query: a ( is not closed; add )",
        "watchId: w~query: grain~stages: [ceasefire] | w.yaml, line 3, column 9: stages: only mentions of a concept",
        "watchId: w~ query: [                  | w.yaml, line 2, column",
        "watchId: w~---~watchId: v             | w.yaml, line 2, column 1: not readable as YAML or JSON: ",
        "{\"watchId\": \"w\", \"qery\": \"a\"} | w.yaml, line 1, column 18: unknown field 'qery'; did you mean 'query'?",
      })
  void refusesInOneLineWithFileLineAndColumn(String text, String problem) {
    var refused =
        catchThrowableOfType(
            InvalidWatchException.class,
            () -> WatchParser.parse(text.replace('~', '\n'), "w.yaml"));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused.getMessage()).contains(problem).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "query: grain AND *talks § line 2, column 18",
        "query: 'grain AND *talks' § line 2, column 19",
        "query: '''grain'' AND *talks' § line 2, column 23",
        "query: \"\\\"grain deal\\\" AND *talks\" § line 2, column 28",
        "query:     grain AND~  *talks § line 3, column 3",
        "query: |~  grain AND~    *talks § line 4, column 5",
        "query: >-  # folded~~  grain~  AND *talks § line 5, column 7",
        "query: >~  peace AND (~   talks § line 3, column 13",
        "query: >~  peace AND § line 3, column 12",
        "query: peace AND OR talks § line 2, column 18",
        "query: peace AND fn:maxwith(8 talks) § line 2, column 18",
        "query: peace AND titel:talks § line 2, column 18",
        "query: peace AND /tal[kc]s/ § line 2, column 18",
        "query: \"grain \\u0041ND *talks\" § line 2, column 8",
      })
  void pointsIntoTheQuery(String query, String place) {
    var refused =
        catchThrowableOfType(
            InvalidWatchException.class,
            () -> WatchParser.parse("watchId: w~".concat(query).replace('~', '\n'), "w.yaml"));

    assertThat(refused).as(query).isNotNull();
    assertThat(refused.getMessage()).startsWith("w.yaml, " + place + ": query: ");
  }

  @Test
  void readsTheTestsOfAWatchWithTheirLines() {
    WrittenWatch written =
        WatchParser.read(
            """
            watchId: w
            concept: peace-talks
            tests:
              expect:
                - The two sides signed a ceasefire.
                - {text: Вони домовилися., language: uk, source: example.org}
              reject: Wage talks were called off.
            """,
            "w.yaml");

    assertThat(written.expectations())
        .containsExactly(
            new Expectation(true, "The two sides signed a ceasefire.", null, null, 5),
            new Expectation(true, "Вони домовилися.", "uk", "example.org", 6),
            new Expectation(false, "Wage talks were called off.", null, null, 7));
    assertThat(written.watch())
        .isEqualTo(WatchParser.parse("watchId: w\nconcept: peace-talks", "w.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[a, b]                     | line 3, column 8: tests are two lists of sentences",
        "{}                         | line 3, column 8: there is no sentence in it",
        "{expcet: [a]}              | line 3, column 9: unknown field 'expcet'; did you mean 'expect'?",
        "{expect: [a], reject: ['']} | line 3, column 31: a test must not be empty",
        "{expect: [{txt: a}]}       | line 3, column 19: unknown field 'txt'; did you mean 'text'?",
        "{expect: [{language: en}]} | line 3, column 18: a test is a sentence, or {text, language, source}",
        "{expect: [[a]]}            | line 3, column 18: a test must be one value",
      })
  void refusesTestsThatAreNone(String tests, String problem) {
    var refused =
        catchThrowableOfType(
            InvalidWatchException.class,
            () -> WatchParser.read("watchId: w\nquery: a\ntests: " + tests, "w.yaml"));

    assertThat(refused).as(tests).isNotNull();
    assertThat(refused.getMessage()).contains(problem);
  }

  @Test
  void warnsOfAPartyThatNoLexiconKnows() {
    WrittenWatch written =
        WatchParser.read(
            "watchId: w\nconcept: peace-talks\nparties: [ukraine, Ukrane, Atlantis]", "w.yaml");

    assertThat(written.watch().parties()).containsExactly("ukraine", "Ukrane", "Atlantis");
    assertThat(written.warnings())
        .containsExactly(
            "w.yaml, line 3, column 20: no lexicon knows a party 'Ukrane'; did you mean 'Ukraine'?",
            "w.yaml, line 3, column 28: no lexicon knows a party 'Atlantis'; parties are called by"
                + " their usual English name");
  }

  @Test
  void refusesAliasesThatMultiply() {
    var text = new StringBuilder("watchId: w\nquery: a\nsources: &a0 [x, x]\n");
    text.append("parties: [*a0, *a0, *a0]\n");

    var refused =
        catchThrowableOfType(
            InvalidWatchException.class, () -> WatchParser.parse(text.toString(), "w.yaml"));

    assertThat(refused).hasMessageContaining("a party must be one value");
  }

  @Test
  void readsTheBuiltInWatch() throws IOException {
    Path file = Path.of(System.getProperty("parley.root"), "seeds/watches/peace-talks.yaml");

    Watch watch = WatchParser.parse(Files.readString(file), file.toString());

    assertThat(watch.watchId()).isEqualTo("peace-talks");
    assertThat(watch.concept()).isEqualTo("peace-talks");
    assertThat(watch.breadth()).isEqualTo(Watch.Breadth.STRICT);
    assertThat(watch.query()).isNull();
  }

  @Test
  void readsTheBuiltInWatchWithEveryCommentedLineInForce() throws IOException {
    Path file = Path.of(System.getProperty("parley.root"), "seeds/watches/peace-talks.yaml");
    String text = Files.readString(file).replaceAll("(?m)^# (\\w+: [\\[\\dfn])", "$1");

    Watch watch = WatchParser.parse(text, file.toString());

    assertThat(watch.stages()).isNotEmpty();
    assertThat(watch.parties()).isNotEmpty();
    assertThat(watch.languages()).isNotEmpty();
    assertThat(watch.sources()).isNotEmpty();
    assertThat(watch.leastScore()).isEqualTo(2);
    assertThat(watch.query()).isNotNull();
  }
}
