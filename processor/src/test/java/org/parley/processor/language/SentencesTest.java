package org.parley.processor.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Span;

class SentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith met Gen. Jones.| They spoke.",
        "The U.S. National Security Advisor came.| He left.",
        "He lives in the U.S. |The talks go on.",
        "J. F. Kennedy spoke.| All listened.",
        "They met on Sunday.|The talks went on.",
        "Sie trafen sich am 21. April zur 3. Runde.|Das war 1990.|Am 3. Oktober endete es.",
        "Rund 3 Mio. Menschen flohen, z. B. Ärzte bzw. Lehrer.| Er zahlte 12.| Dann ging er.",
        "Na ul. Chopina przemówił płk. Nowak, m.in. Rosja i tzw. Państwo Islamskie.| Koniec.",
        "Mluvil plk. Novák, např. Rusko a tzv. Islámský stát.| Dne 19. ledna odjel.",
        "He said \"no.\" |She said yes.",
        "It cost 3.5 million.| That was much.",
        "Is it over?| It is!| Good.",
        "A first line that ends here\n\n|A second one",
        "Short headline\n|The text begins here and goes on",
        "a line that was wrapped by the agency at some sixty\ncharacters goes on.| Next.",
        "This is a long line that was wrapped before a name, that of\nUkraine, and goes on.| Next.",
        "    Indented paragraph ends\n|    another begins"
      })
  void splitsWhereAReaderWould(String marked) {
    String text = marked.replace("|", "");
    List<String> expected = List.of(marked.split("\\|")).stream().map(String::strip).toList();

    assertThat(split(text)).isEqualTo(expected);
  }

  @Test
  void splitsATextWithoutCapitals() {
    String text = "the talks went on in geneva. mr. blair came and left. ".repeat(4).strip();

    assertThat(split(text)).hasSize(8).contains("the talks went on in geneva.");
  }

  @Test
  void titleIsASentenceOfItsOwn() {
    String text = "Talks resume in the capital after a long night of fighting\nthere were no";

    assertThat(Sentences.of(text, 59, "en")).hasSize(2);
  }

  @Test
  void knowsOtherScripts() {
    assertThat(Sentences.of("会谈今天开始。双方都参加了。", 0, "zh")).hasSize(2);
    assertThat(Sentences.of("वार्ता शुरू हुई। दोनों पक्ष आए।", 0, "hi")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "hi~वार्ता शुरू हुई।#दोनों पक्ष आए।",
        "hi~वार्ता टूट गई.#वहीं सेना ने हमला किया.# सब लौटे.",
        "hi~वे आए| #वार्ता हुई | कल फिर होगी।",
        "hi~एस. जयशंकर ने डॉ. सिंह से बात की.# फिर बी.जे.पी. के नेता मिले।",
        "hi~उन्होंने कहा, \"बातचीत ही रास्ता है।\" #फिर वे गए।",
        "hi~वार्ता हुई।।। #सब लौटे।#\"यह सच है।\"",
        "zh~会谈今天开始。#双方都参加了！#真的？#是的",
        "zh~他说：“停火吗？”#她答：「會談開始。」#三天後再談……",
        "zh~特朗普说3.5万人。#U.S. officials称会谈举行；次日再谈。"
      })
  void splitsOtherScriptsWhereAReaderWould(String language, String marked) {
    String text = marked.replace("#", "");
    List<String> expected = List.of(marked.split("#")).stream().map(String::strip).toList();

    List<String> split =
        Sentences.of(text, 0, language).stream().map(sentence -> sentence.of(text)).toList();

    assertThat(split).isEqualTo(expected);
  }

  @Test
  void cutsAnEndlessLineInBoundedTime() {
    String line = "x".repeat(2_500_000) + " " + "y. ".repeat(800_000);

    List<Span> sentences =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Sentences.of(line, 0, "en"));

    assertThat(sentences).allMatch(s -> s.length() <= Sentences.LONGEST && s.length() > 0);
  }

  @Test
  void spansAreApartAndInOrderWhateverTheText() {
    long seed = 20261123;
    Random random = new Random(seed);
    String signs = "aB. \n\t!?\uD83D\uDE00\"”é的。।|त";
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(5000), 0, signs.length())
          .forEach(c -> text.append(signs.charAt(c)));
      int end = 0;
      for (Span sentence : Sentences.of(text.toString(), text.length() / 3, "en")) {
        assertThat(sentence.start()).as("seed %d, text %d", seed, i).isGreaterThanOrEqualTo(end);
        assertThat(sentence.length()).isPositive();
        end = sentence.end();
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<String> split(String text) {
    return Sentences.of(text, 0, "en").stream().map(sentence -> sentence.of(text)).toList();
  }
}
