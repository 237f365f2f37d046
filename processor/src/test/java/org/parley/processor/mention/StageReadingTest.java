package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.TextMap;

class StageReadingTest {
  private static final MentionTagger TAGGER = MentionTagger.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proposed|The Pope called for an immediate ceasefire in Gaza.",
        "proposed|Kyiv is ready to hold talks with Moscow.",
        "proposed|The president would not rule out peace talks with the guerrillas.",
        "proposed|China presented a peace plan.",
        "scheduled|Peace talks will begin in Geneva next Monday.",
        "scheduled|UN-mediated peace talks are scheduled for 12 March.",
        "underway|Peace talks resumed in Doha.",
        "underway|Armenia and Azerbaijan are in talks.",
        "mediated|Qatar offered to mediate between Israel and Hamas.",
        "ceasefire|The army and the rebels agreed to a ceasefire.",
        "ceasefire|The ceasefire took effect at midnight.",
        "agreement|The government and the FARC signed a peace agreement.",
        "stalled|Peace talks ended without agreement.",
        "stalled|The peace process is deadlocked.",
        "refused|The Taliban rejected peace talks.",
        "refused|Colombia rejected the guerrillas' call for a ceasefire.",
        "refused|There will be no peace talks until the troops leave.",
        "collapsed|Both sides accused each other of violating the ceasefire.",
        "collapsed|The rebels walked out of the peace talks.",
        "collapsed|THE GUERRILLAS BROKE THE TRUCE AGREEMENT.",
        "general|Peace talks matter to everyone in the region.",
        "general|The question is whether peace talks make sense."
      })
  void readsTheStageOfASentence(String stage, String sentence) {
    assertThat(tag(sentence).stage()).isEqualTo(Stage.of(stage));
  }

  @Test
  void namesTheCuesThatItReliedOn() {
    assertThat(tag("The Taliban rejected peace talks.").evidence().cues())
        .anyMatch(cue -> cue.contains("rejected"));
  }

  private static Mention tag(String sentence) {
    List<Mention> mentions = TAGGER.tag(sentence, 0, "en", TextMap.NONE).mentions();
    assertThat(mentions).hasSize(1);
    return mentions.getFirst();
  }
}
