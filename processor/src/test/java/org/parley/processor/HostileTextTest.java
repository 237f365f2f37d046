package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Watch;
import org.parley.testkit.Sample;

/// Step 1 as a whole (language, sentences, mentions, watches) takes time in proportion to a text's
/// length, whatever the text. That is told by growth, not by a clock on the wall: a text sixteen
/// times as long may take a few times sixteen times as long, and not 256 times.
class HostileTextTest {
  private static final int LONG = Article.MAX_TEXT_BYTES;
  private static final int SHORT = LONG / 16;

  /// Sixteen, and as much again for what caches and a busy machine do to a long text.
  private static final int GROWTH = 16 * 4;

  private static final String PROSE =
      "The delegations of Ukraine and Russia met for peace talks in Minsk on Monday. Diplomats said"
          + " that the two sides would meet again before the end of the week to discuss a ceasefire"
          + " along the border. ";

  private static final WatchTrial STEP =
      WatchTrial.of(
          List.of(
              watch("tags", Mention.PEACE_TALKS, null),
              watch("words", null, "peace AND talks"),
              watch("near", null, "fn:maxwidth(8 fn:unordered(peace fn:or(talks war)))"),
              watch("stems", null, "negotiat* OR zelensky~1 OR a*b*c")));

  private static Watch watch(String id, @Nullable String concept, @Nullable String query) {
    return new Watch(
        id,
        null,
        concept,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1,
        Watch.Breadth.BROAD,
        query);
  }

  @AfterAll
  static void close() {
    STEP.close();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("talks in every sentence", PROSE),
        Arguments.of("one sentence of talks", PROSE.replace('.', ',')),
        Arguments.of(
            "one sentence of names",
            "Ukraine and Russia and the peace talks of Israel in Minsk and "),
        Arguments.of("one word", "a"),
        Arguments.of("one line of words", "aaa bbb "),
        Arguments.of("abbreviations", "U.S. Mr. J. Gen. "),
        Arguments.of("full stops", ". "),
        Arguments.of("full stops without a space", "talks.Peace"),
        Arguments.of("short lines", "ab\n"),
        Arguments.of("blank lines", "\n \n"),
        Arguments.of("hyphens", "cease-"),
        Arguments.of("addresses", "https://a.example/peace-talks?"),
        Arguments.of("numbers", "1,000.50 2022-02-28 "),
        Arguments.of("marks over one letter", "\u0301"),
        Arguments.of("quotes and brackets", "“(['\""),
        Arguments.of("Han", "和平谈判停火"),
        Arguments.of("Arabic", "محادثات السلام "),
        Arguments.of("Cyrillic", "переговоры о мире "),
        Arguments.of("half surrogates", "\uD83D peace \uDE00\uDE00\uD83D talks"),
        Arguments.of("scripts in one word", "peaceмирسلام和平שלוםशांति"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void takesTimeInProportionToTheText(String name, String piece) {
    nanos(repeated(piece, SHORT));
    long little = Math.min(nanos(repeated(piece, SHORT)), nanos(repeated(piece, SHORT)));
    long much = nanos(repeated(piece, LONG));

    assertThat(much)
        .as("%s: %d ns, of a sixteenth %d ns", name, much, little)
        .isLessThan(GROWTH * Math.max(little, 5_000_000));
  }

  @Test
  void readsAnyCodeUnitsWhateverTheirOrder() {
    var random = new Random(7);
    var text = new StringBuilder();
    while (text.length() < SHORT) {
      text.append((char) random.nextInt(0x10000));
    }

    assertThat(STEP.ask(Sample.article().text(text.toString()).build()).wanted()).isNotNull();
  }

  @Test
  void keepsFindingTheTalksAmongBrokenSurrogates() {
    var article =
        Sample.article()
            .text("\uD83D Ukraine and Russia held peace talks \uDE00 in Minsk. мир \uD800")
            .build();

    assertThat(STEP.ask(article).wanted()).containsKeys("tags", "words", "near");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\u0000", "\uFEFF", "\uD800"})
  void nothingIsWantedOfAnEmptyText(String text) {
    var answer = STEP.ask(Sample.article().text(text).build());

    assertThat(answer.mentions()).isEmpty();
    assertThat(answer.wanted()).isEmpty();
  }

  private static String repeated(String piece, int bytes) {
    return piece.repeat(bytes / piece.getBytes(StandardCharsets.UTF_8).length);
  }

  private static long nanos(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    Article article = Sample.article().text(text).build();
    long begin = threads.getCurrentThreadCpuTime();
    STEP.ask(article);
    return threads.getCurrentThreadCpuTime() - begin;
  }
}
