package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Mention;
import org.parley.contract.TextMap;

class RolesTest {
  private static final MentionTagger TAGGER = MentionTagger.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Russia and Ukraine hold peace talks in Istanbul.|Russia, Ukraine|''|Istanbul",
        "Kyiv and Moscow began peace talks in the Danish capital of Copenhagen.|Ukraine, Russia|''|Copenhagen",
        "Zełenski met Putin for peace talks.|Ukraine, Russia|''|-",
        "Qatar mediates the ceasefire talks between Israel and Hamas.|Israel, Hamas|Qatar|-",
        "Israel and Hamas sent delegations to Qatari-mediated ceasefire talks in Doha.|Israel, Hamas|Qatar|Doha",
        "CRISTIANI RESUMED THE DIALOGUE WITH THE FMLN IN CARACAS.|El Salvador, FMLN|''|Caracas",
        "The UN envoy urged Armenia and Azerbaijan to agree to a ceasefire.|Armenia, Azerbaijan|United Nations|-",
        "Sudan's army and the RSF signed a truce agreement in Jeddah.|Sudanese Armed Forces, Rapid Support Forces|''|Jeddah",
        "Peace talks opened in Minsk, Belarus.|''|''|Minsk",
        "Greek Cypriots and Turkish Cypriots resumed peace talks in Geneva.|Greek Cypriots, Turkish Cypriots|''|Geneva"
      })
  void tellsWhoTalksWhoGoesBetweenAndWhere(
      String sentence, String parties, String goBetweens, @Nullable String venue) {
    Mention mention = TAGGER.tag(sentence, 0, "en", TextMap.NONE).mentions().getFirst();

    assertThat(String.join(", ", mention.parties())).isEqualTo(parties);
    assertThat(String.join(", ", mention.goBetweens())).isEqualTo(goBetweens);
    assertThat(mention.venue()).isEqualTo(venue);
  }
}
