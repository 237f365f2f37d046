package org.parley.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Article;
import org.parley.contract.Span;
import org.parley.contract.TextMap.Run;

class TextCleanerTest {
  private static final String SENTENCE =
      "The two delegations met for the third time in Istanbul on Tuesday and agreed on nothing.";
  private final TextCleaner cleaner = new TextCleaner();

  @Test
  void joinsLinesThatWereWrappedAndKeepsIndentedParagraphsApart() {
    String raw =
        """
        Brazil's state-oil company
        Petrobras has asked the Army to withdraw the troops which were
        occupying its oil installations since Tuesday, Petrobras said
        in a statement.
            The statement said the request for the withdrawal of the
        troops was made because of the calmness reigning in all of its
        refineries.
        """;

    CleanText clean = cleaner.clean(raw, Stated.title("PETROBRAS ASKS ARMY TO WITHDRAW TROOPS"));

    assertThat(clean.text())
        .isEqualTo(
            "PETROBRAS ASKS ARMY TO WITHDRAW TROOPS\n\n"
                + "Brazil's state-oil company Petrobras has asked the Army to withdraw the troops"
                + " which were occupying its oil installations since Tuesday, Petrobras said in a"
                + " statement.\n\n"
                + "The statement said the request for the withdrawal of the troops was made because"
                + " of the calmness reigning in all of its refineries.");
    assertMapped(raw, clean);
  }

  @Test
  void keepsShortSentencesAtTheEdges() {
    String text = SENTENCE + "\n" + SENTENCE.replace("third", "fourth") + "\nTerms were not given.";
    assertThat(cleaner.clean(text).text()).endsWith("Terms were not given.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Talks resumed",
        "Переговоры в Стамбуле отложены",
        "双方同意停火",
        "وقف إطلاق النار في السودان",
        "יוחנן: \"יש לחזק את הקו\"",
        "The ceasefire holds."
      })
  void keepsATextOfOneLineAsItIs(String line) {
    CleanText clean = cleaner.clean(line);
    assertThat(clean.text()).isEqualTo(line);
    assertThat(clean.map().toSource(new Span(0, line.length())))
        .isEqualTo(new Span(0, line.length()));
  }

  @Test
  void readsABylineThatIsSplitOverLines() {
    CleanText clean =
        cleaner.clean(
            "Menu\n\nTalks in Doha end without a result\n\nBy\n\nJane Doe\n\nPublished\n\n"
                + "3 March 2024\n\n"
                + SENTENCE);
    assertThat(clean.title()).isEqualTo("Talks in Doha end without a result");
    assertThat(clean.author()).isEqualTo("Jane Doe");
    assertThat(clean.publishedAt()).isEqualTo("2024-03-03T00:00:00Z");
    assertThat(clean.text()).isEqualTo("Talks in Doha end without a result\n\n" + SENTENCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Will the talks in Jeddah bring the war to an end?; Home|Sport|%s|Image|Share",
        "Talks end without a result; WorldPoliticsSportCulture and BusinessMoneyMore|%s",
        "Talks end without a result; %s|By Jane Doe|3 March 2024|Share|5 min read|Print",
        "Talks end without a result; Daily|News|%s|The delegations went home on Friday night",
      })
  void findsTheHeadline(String headline, String above) {
    String raw = above.replace('|', '\n').replace("%s", headline) + "\n" + SENTENCE;
    CleanText clean = cleaner.clean(raw);
    assertThat(clean.title()).isEqualTo(headline);
    assertThat(clean.text()).endsWith(SENTENCE);
  }

  @Test
  void goesOnAfterABoxOfTeasersInTheMiddle() {
    String after = SENTENCE.replace("Tuesday", "Sunday, after a week of shelling in the north,");
    CleanText clean =
        cleaner.clean(
            SENTENCE + "\nRelated articles\nSomething else happened\n" + after + " " + SENTENCE);
    assertThat(clean.text()).contains(after).doesNotContain("Something else");
  }

  @Test
  void takesAStatedTitleInPlaceOfItsRepetitionInTheText() {
    CleanText clean = cleaner.clean("Talks fail\n\n" + SENTENCE, Stated.title("Talks fail"));
    assertThat(clean.text()).isEqualTo("Talks fail\n\n" + SENTENCE);
    assertThat(clean.map().toSource(new Span(12, 15))).isEqualTo(new Span(12, 15));
  }

  @Test
  void foldsWhiteSpaceAndLeavesOutWhatCannotBeSeen() {
    String raw =
        "\uFEFFThe\u00A0 talks\t\u200Bin Doha\u0000 go on \uD800and on until the sum\u00ADmer ends.";
    CleanText clean = cleaner.clean(raw);
    assertThat(clean.text())
        .isEqualTo("The talks in Doha go on \uFFFDand on until the summer ends.");
    assertMapped(raw, clean);
  }

  @Test
  void tellsASitesAppealToItsReaderFromNewsInTheSameWords() {
    String news = "Ukraine's allies have yet to sign up to a tribunal that would try its leaders.";
    String appeal = "Sign up here to get the rest of our news, sent to you every single weekday.";
    assertThat(cleaner.clean(news + "\n" + SENTENCE).text()).startsWith(news);
    assertThat(cleaner.clean(SENTENCE + "\nMenu\nMore\n" + appeal + "\nTop\nX").text())
        .isEqualTo(SENTENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\n", "\u0000", "\uD83D", "---\n***\n|"})
  void givesAnEmptyTextForNothing(String nothing) {
    CleanText clean = cleaner.clean(nothing);
    assertThat(clean.text().replace("\uFFFD", "")).isEmpty();
    assertThat(clean.title()).isNull();
  }

  @Test
  void cutsALongTextAtASentence() {
    CleanText clean = cleaner.clean((SENTENCE + " ").repeat(40_000));
    assertThat(clean.truncated()).isTrue();
    assertThat(clean.text()).hasSizeLessThanOrEqualTo(Article.MAX_TEXT_BYTES).endsWith("nothing.");
  }

  @ParameterizedTest
  @CsvSource({
    "a,5000000",
    "'word ',1000000",
    "'\n',5000000",
    "'- ',2500000",
    "'. ',2500000",
    "停,2000000"
  })
  @Timeout(60)
  void isLinearInAnEndlessLine(String unit, int times) {
    long begun = System.nanoTime();
    CleanText clean = cleaner.clean(unit.repeat(times));
    assertThat(clean.text().length()).isLessThanOrEqualTo(Article.MAX_TEXT_BYTES);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void mapsEveryRunOfAnyText() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "aZBy ,éй停۔.!?:|-•\n\n\t\r \u00A0\u200B\uD83D\uDE00\u0000";
    for (int i = 0; i < 2000; i++) {
      StringBuilder raw = new StringBuilder();
      for (int j = random.nextInt(200); j > 0; j--) {
        raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(raw.toString())
          .as("seed %d", seed)
          .satisfies(text -> assertMapped(text, cleaner.clean(text)));
    }
  }

  private static void assertMapped(String raw, CleanText clean) {
    for (Run run : clean.map().runs()) {
      assertThat(clean.text().substring(run.at(), run.at() + run.length()))
          .isEqualTo(raw.substring(run.source(), run.source() + run.length()));
    }
  }
}
