package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Claim;
import org.parley.contract.Mention.Claim.Modality;
import org.parley.contract.TextMap;

class ClaimReadingTest {
  private static final MentionTagger TAGGER = MentionTagger.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asserted|Peace talks resumed in Doha.",
        "asserted|The army and the rebels signed a ceasefire in Jeddah.",
        "asserted|In May, peace talks between the rebels and the army opened.",
        "negated|The president ruled out peace talks with the guerrillas.",
        "negated|There are no peace talks between Armenia and Azerbaijan.",
        "negated|The rebels refused to attend the peace talks.",
        "negated|The peace talks will not resume in Geneva.",
        "negated|The junta rejected the ceasefire proposal of its neighbours.",
        "conditional|The president would not rule out peace talks with the guerrillas.",
        "conditional|Peace talks will resume only once the troops have left.",
        "conditional|There will be no peace talks until the troops leave.",
        "conditional|The rebels will join the ceasefire if the siege is lifted.",
        "conditional|Peace talks could open in Muscat."
      })
  void tellsHowFirmAClaimIs(String modality, String sentence) {
    assertThat(claim(sentence).modality()).isEqualTo(Modality.of(modality));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Peace talks resumed in Doha.|false|-",
        "Peace talks resumed in Doha, a witness said.|true|-",
        "Lavrov said that peace talks with Kyiv would resume.|true|Sergei Lavrov",
        "Peace talks with Kyiv resumed, according to Lavrov.|true|Sergei Lavrov",
        "\"We want peace talks with Russia,\" said Zelensky.|true|Volodymyr Zelensky",
        "According to Kremlin spokesman Dmitry Peskov, peace talks resumed.|true|Dmitry Peskov",
        "Peskov told Lavrov that peace talks had resumed.|true|Dmitry Peskov",
        "Hamas said that the ceasefire talks in Cairo went on.|true|Hamas"
      })
  void tellsWhoseWordsTheyAre(String sentence, boolean reported, @Nullable String speaker) {
    Claim claim = claim(sentence);

    assertThat(claim.reported()).isEqualTo(reported);
    assertThat(claim.speaker()).isEqualTo(speaker);
  }

  @Test
  void evidenceNamesThePhraseTheContextAndEachStageCue() {
    Mention mention =
        mention("The rebels said they will not accept talks while the war with the army goes on.");

    assertThat(mention.evidence().rule()).isEqualTo("context");
    assertThat(mention.evidence().phrase()).isNotBlank();
    assertThat(mention.evidence().context()).contains("war");
    assertThat(mention.evidence().stageCues())
        .anySatisfy(cue -> assertThat(cue.stage()).isEqualTo(mention.stage()));
  }

  @Test
  void evidenceOfAGatedMentionNamesWhatOpenedTheGate() {
    Mention mention =
        TAGGER
            .tag("The ceasefire held. The talks go on.", 0, "en", TextMap.NONE)
            .mentions()
            .getLast();

    assertThat(mention.evidence().rule()).isEqualTo("gate");
    assertThat(mention.evidence().context()).containsExactly("ceasefire");
  }

  private static Claim claim(String sentence) {
    return mention(sentence).claim();
  }

  private static Mention mention(String sentence) {
    return TAGGER.tag(sentence, 0, "en", TextMap.NONE).mentions().getFirst();
  }
}
