package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffixesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "fr, accord, L'accord",
        "fr, accord, l’accord",
        "it, accordo, dell'accordo",
        "tr, ukrayna, Ukrayna'nın",
        "tr, istanbul, İSTANBUL'da",
        "ar, محادثات, المحادثات",
        "ar, محادثات, وللمحادثات",
        "ar, محادثات, بالمحادثات",
        "ar, محادثات, وبمحادثات",
        "ar, هدنة, الهُدنة",
        "ar, حل, والحل",
        "ar, حل, بحل",
        "he, שיחות, ובשיחות",
        "he, אש, האש",
        "he, שיחות, השיחות",
        "he, שיחות, שֶׁבַּשִּׂיחוֹת"
      })
  void findsAWordUnderWhatIsWrittenTogetherWithIt(String language, String known, String written) {
    Vocabulary vocabulary = new Vocabulary(Affixes.of(language));
    int number = vocabulary.add(known);

    assertThat(vocabulary.find(written, 0, written.length(), false)).isEqualTo(number);
  }

  @Test
  void takesOffTheArabicFutureParticle() {
    Vocabulary vocabulary = new Vocabulary(Affixes.ARABIC);
    int number = vocabulary.add("تستأنف");

    assertThat(vocabulary.find("وستستأنف", 0, 8, false)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"ar, ـ", "ar, \u064b", "he, \u05b7", "tr, \ufe0f", "fr, \ufe0f"})
  void doesNotKnowWhatIsNothingButMarks(String language, String written) {
    Vocabulary vocabulary = new Vocabulary(Affixes.of(language));

    assertThat(vocabulary.find(written, 0, written.length(), false)).isEqualTo(Vocabulary.NONE);
  }

  @Test
  void leavesAWordThatIsKnownWhole() {
    Vocabulary vocabulary = new Vocabulary(Affixes.HEBREW);
    int peace = vocabulary.add("שלום");
    vocabulary.add("לום");

    assertThat(vocabulary.find("שלום", 0, 4, false)).isEqualTo(peace);
    assertThat(vocabulary.find("הלך", 0, 3, false)).isEqualTo(Vocabulary.NONE);
  }
}
