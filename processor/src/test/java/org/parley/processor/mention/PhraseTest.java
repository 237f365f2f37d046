package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Span;

class PhraseTest {
  private static final Map<String, List<String>> SETS =
      Map.of("talks", List.of("talks", "peace talks", "cease-fire"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talks~They hold TALKS today~TALKS",
        "talks~They hold talk's today~-",
        "ukraine~in Ukraine’s capital~Ukraine’s",
        "bogota~in Bogotá now~Bogotá",
        "cease-fire~a cease fire holds~cease fire",
        "cease-fire~a cease-fire holds~cease-fire",
        "cease-fire~they cease, fire nobody~-",
        "peace <2> talks~peace and reconciliation talks~peace and reconciliation talks",
        "peace <1> talks~peace and reconciliation talks~-",
        "peace <2> talks~peace, he said, talks~peace, he said, talks",
        "peace <2> talks~peace; new talks~-",
        "new? talks~new talks~new talks",
        "hold new? talks~hold talks~hold talks",
        "hold @talks~hold peace talks~hold peace talks",
        "hold @talks|dialogue~hold dialogue~hold dialogue",
        "{side} @talks~Russian talks~Russian talks",
        "{side} {side} talks~Russia-Ukraine talks~Russia-Ukraine talks",
        "on {number} talks~on 12 talks~on 12 talks",
        "u.s talks~The U.S. talks~U.S. talks",
        "won't talk~They won’t talk~won’t talk",
        "переговор*~Сегодня переговорах мира~переговорах",
        "мир~мирный мир~мир",
        "gespräch*~das Gesprach~Gesprach",
        "straßen*~in STRASSENKAMPF~STRASSENKAMPF",
        "negotiat*~a negotiator~negotiator",
        "negotiator negotiat*~a negotiator negotiates~negotiator negotiates",
        "negotiat* negotiator*~negotiators negotiators~negotiators negotiators",
        "和谈~俄乌和谈重启~和谈",
        "和谈~俄烏和談重啟~和談",
        "शांति वार्ता~की शान्ति वार्ता शुरू~शान्ति वार्ता",
        "गजा युद्ध~ग़ज़ा युद्ध पर~ग़ज़ा युद्ध",
        "पांच दौर~पाँच दौर के बाद~पाँच दौर",
        "和谈 <3> 启~俄乌和谈今日重启~和谈今日重启",
        "和谈 <1> 启~俄乌和谈今日重启~-",
        "m23运动~与M23运动和谈~M23运动",
        "صهيون~في صهـيون~صهـيون",
        "शांति वार्ता~की शांति वार्ता शुरू~शांति वार्ता",
        "ארה\"ב~עם ארה״ב היום~ארה״ב"
      })
  void matchesWhatItsSyntaxSays(String line) {
    String[] parts = line.split("~", -1);
    assertThat(firstMatch(parts[0], parts[1])).isEqualTo(parts[2]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "talks?",
        "talks <3>",
        "<2>",
        "a||b",
        "tal(ks",
        "@",
        "{side",
        "<x> talks",
        "ta*lks"
      })
  void refusesWhatItCannotRead(String phrase) {
    assertThatThrownBy(() -> PhraseSyntax.parse(phrase))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("phrase '" + phrase + "'");
  }

  @Test
  void namesASetThatThereIsNot() {
    assertThatThrownBy(() -> firstMatch("hold @parleys", "hold parleys"))
        .hasMessageContaining("@parleys");
    assertThatThrownBy(() -> firstMatch("{planet} talks", "Mars talks"))
        .hasMessageContaining("{planet}")
        .hasMessageContaining("{side}");
  }

  @Test
  void refusesAStemThatSaysTooLittle() {
    assertThatThrownBy(() -> firstMatch("ta* go", "talks go")).hasMessageContaining("'ta*'");
  }

  @Test
  void takesNoWordOfAWebAddress() {
    assertThat(firstMatch("talks", "see https://example.org/peace-talks now")).isEqualTo("-");
    assertThat(firstMatch("talks", "see https://example.org/a and talks")).isEqualTo("talks");
  }

  @Test
  void tellsCapitalsFromSmallLettersUnlessTheLineIsInCapitals() {
    assertThat(firstMatch("{country} talks", "The US talks now")).isEqualTo("US talks");
    assertThat(firstMatch("{country} talks", "To us talks matter")).isEqualTo("-");
    assertThat(firstMatch("{country} talks", "TO US TALKS MATTER")).isEqualTo("-");
  }

  private static String firstMatch(String written, String text) {
    Vocabulary vocabulary = new Vocabulary();
    NameIndex names = new NameIndex(vocabulary);
    names.add("Russia", country("Russia"), false);
    names.add("Russian", country("Russia"), true);
    names.add("Ukraine", country("Ukraine"), false);
    names.add("=US", country("United States"), false);
    Phrase phrase = new PhraseCompiler(vocabulary, SETS).compile(PhraseSyntax.parse(written));
    Tokens tokens = Tokens.of(text, vocabulary);
    Words words =
        new Words(new Span(0, text.length()), tokens, names.find(tokens), 0, tokens.size());
    for (int at = 0; at < tokens.size(); at++) {
      int end = phrase.match(words, at);
      if (end != Phrase.NO) {
        return text.substring(tokens.start(at), tokens.end(end - 1));
      }
    }
    return "-";
  }

  private static Name country(String name) {
    return new Name(name, Name.Kind.COUNTRY, name, false);
  }
}
