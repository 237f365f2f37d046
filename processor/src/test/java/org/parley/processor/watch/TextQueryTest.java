package org.parley.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Match.WatchHit;

class TextQueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "peace AND (talks           | a ( is not closed at line 1, column 11 of the query; add )",
        "peace talks)               | a ) has no ( before it at line 1, column 12 of the query",
        "peace \"talks             | a quotation mark is not closed at line 1, column 7 of the query",
        "peace AND                  | it is not in Lucene's query syntax: it ends too early",
        "AND peace                  | it is not in Lucene's query syntax at line 1, column 1 of the query, near 'AND'",
        "peace AND OR talks         | it is not in Lucene's query syntax at line 1, column 11 of the query, near 'OR'",
        "*talks                     | a word cannot begin with a wildcard",
        "peace AND ?alks            | a word cannot begin with a wildcard",
        "(*talks OR peace)          | column 2 of the query",
        "title:*talks               | a word cannot begin with a wildcard",
        "-*talks peace              | a word cannot begin with a wildcard",
        "fn:wildcard(*talks)        | a word cannot begin with a wildcard",
        "/tal[kc]s/                 | a regular expression is not supported",
        "-trade                     | it only says what must be absent",
        "NOT trade                  | it only says what must be absent",
        "\"...\"                    | there is no word in it to look for",
        "titel:talks                | unknown field 'titel' at line 1, column 1 of the query; did you mean 'title'?",
        "body:talks                 | unknown field 'body' at line 1, column 1 of the query; one of text, title",
        "fn:maxwidth(100 fn:ordered(a b))    | a distance of 100 words reaches beyond the sentence",
        "fn:maxgaps(99999999999 fn:ordered(a b)) | a distance of 99999999999 words",
        "\"peace talks\"~1000000    | a distance of 1000000 words",
        "a fn:maxwith(8 b)          | unknown function 'fn:maxwith' at line 1, column 3 of the query; did you mean 'maxwidth'?",
      })
  void refusesInOneLineThatSaysWhatAndWhere(String query, String problem) {
    var refused = catchThrowableOfType(TextQuery.Refused.class, () -> TextQuery.parse(query));

    assertThat(refused).as(query).isNotNull();
    assertThat(refused.problem()).contains(problem).doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peace",
        "*:*",
        "*:* -trade",
        "peace -trade",
        "negotiat* AND tal?s",
        "\"peace talks\"~5",
        "title:(peace truce)",
        "what is this\\?",
        "fn:maxwidth(8 fn:unordered(peace fn:or(talks negotiations)))",
        "fn:ordered(peace fn:wildcard(talk*))",
        "переговори",
        "和平谈判",
        "peace\nAND talks",
      })
  void acceptsWhatAPersonWouldAsk(String query) {
    assertThatCode(() -> TextQuery.parse(query)).doesNotThrowAnyException();
  }

  @Test
  void refusesMoreThanSomeHundredWords() {
    String words = words("w", 501, " ");

    assertThat(problem(words)).contains("it asks for 501 words or more, and 500 are allowed");
  }

  @Test
  void acceptsSomeHundredWords() {
    assertThatCode(() -> TextQuery.parse(words("w", 500, " "))).doesNotThrowAnyException();
  }

  @Test
  void refusesAVeryLongText() {
    assertThat(problem("a".repeat(4001))).contains("it is 4001 characters long, and 4000");
  }

  @Test
  void refusesDeepBracketsInsteadOfOverflowingTheStack() {
    assertThat(problem("(".repeat(1500) + "a" + ")".repeat(1500))).contains("more than 30 deep");
  }

  @Test
  void refusesAlternativesThatMultiply() {
    String each = "fn:or(\"a b\" " + words("w", 10, " ") + ")";
    String product =
        "fn:phrase("
            + IntStream.range(0, 5).mapToObj(_ -> each).collect(Collectors.joining(" "))
            + ")";

    assertThat(problem(product)).contains("500 are allowed");
  }

  @Test
  void refusesFunctionsThatDoubleInOneAnother() {
    String query = "a";
    for (int i = 0; i < 25; i++) {
      query = "fn:unorderedNoOverlaps(b " + query + ")";
    }

    assertThat(problem(query)).contains("fn:unorderedNoOverlaps may stand in it 4 times");
  }

  @Test
  void refusesSpellingsByTheHundred() {
    String fuzzy = words("w", 21, "~ ") + "~2";

    assertThat(problem(fuzzy)).contains("more than 20 words with a ~");
    assertThatCode(() -> TextQuery.parse(words("w", 20, "~ ") + " \"a b\"~5 (a b)@2"))
        .doesNotThrowAnyException();
  }

  /// Goes over the same words again and again.
  private static final String COSTLY = "fn:maxwidth(3 fn:ordered(" + repeated("a b", 100) + "))";

  private static String repeated(String words, int times) {
    return String.join(" ", Collections.nCopies(times, words));
  }

  @Test
  void givesUpWhatTakesTooManyStepsAndAsksTheOthers() {
    List<GivenUp> told = new ArrayList<>();
    try (var watches = new WatchSet(told::add)) {
      watches.put(Candidates.asking("a-costly", COSTLY));
      watches.put(Candidates.asking("b-plain", "\"a b\""));
      watches.put(Candidates.asking("c-costly", COSTLY + " OR nothing"));
      var article = Candidates.body(repeated("a b", 100_000));

      for (int i = 1; i <= 2; i++) {
        assertThat(watches.match(article)).extracting(WatchHit::watchId).containsExactly("b-plain");
        assertThat(watches.failures()).isEqualTo(2L * i);
      }
      assertThat(told)
          .extracting(GivenUp::watchId, GivenUp::first)
          .containsExactlyInAnyOrder(
              tuple("a-costly", true),
              tuple("c-costly", true),
              tuple("a-costly", false),
              tuple("c-costly", false));
      assertThat(watches.match(Candidates.body(repeated("a b", 100)))).hasSize(1);
      assertThat(told).hasSize(4);
    }
  }

  @Test
  void countsStepsAlikeHoweverTheQueryIsWritten() {
    Work work = Work.of(1000, 1);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= 110_000; i++) {
                work.take(1);
              }
            })
        .isInstanceOf(Work.Spent.class);
    assertThatCode(() -> Work.of(1000, 1).take(110_000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Work.of(1000, 1_000_000).take(101_001)).isInstanceOf(Work.Spent.class);
  }

  @Test
  void answersTheCostliestAllowedQueryOnTheLongestText() {
    String alternatives = "fn:or(" + words("w", 40, " ") + ")";
    String query =
        "fn:maxwidth(99 fn:unordered("
            + IntStream.range(0, 12).mapToObj(_ -> alternatives).collect(Collectors.joining(" "))
            + "))";
    String sentence = words("w", 40, " ") + ". ";
    String text = sentence.repeat(2 * 1024 * 1024 / sentence.length());
    try (var watches = new WatchSet()) {
      watches.put(Candidates.asking("w", query));

      assertThat(watches.match(Candidates.body(text))).hasSize(1);
      assertThat(watches.failures()).isZero();
    }
  }

  private static String problem(String query) {
    return catchThrowableOfType(TextQuery.Refused.class, () -> TextQuery.parse(query)).problem();
  }

  private static String words(String stem, int count, String separator) {
    return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(separator));
  }
}
