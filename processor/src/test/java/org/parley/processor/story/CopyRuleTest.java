package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.processor.story.CopyRule.Home;
import org.parley.processor.story.CopyRule.Text;

/// Each text is of 200 words, unless it says otherwise.
class CopyRuleTest {
  private static final Parts NO_PARTS = new Parts(0, 20, 0, 0);
  private static final Parts ROUND_UP = new Parts(3, 20, 12, 5);
  private static final Parts ONE_STORY = new Parts(1, 20, 10, 18);

  private static Share share(int own, int before, int shared, int between, double cohesion) {
    int after = own - before - shared - between;
    return new Share(own, shared, before, between, after, 1, cohesion);
  }

  private static boolean isCopy(Share one, Parts ofOne, Share other, Parts ofOther) {
    return isCopy(one, ofOne, other, ofOther, one.shared() / 2);
  }

  private static boolean isCopy(Share one, Parts ofOne, Share other, Parts ofOther, int shingles) {
    return CopyRule.isCopy(new Text(one, () -> ofOne), new Text(other, () -> ofOther), shingles);
  }

  @Test
  void takesACutOfALongerTextForACopy() {
    Share cut = share(60, 0, 60, 0, 1);
    Share whole = share(200, 8, 60, 0, .25);

    assertThat(isCopy(cut, NO_PARTS, whole, NO_PARTS)).isTrue();
    assertThat(isCopy(whole, NO_PARTS, cut, NO_PARTS)).isTrue();
  }

  @Test
  void takesNoArticleForACopyOfARoundUpThatQuotesIt() {
    Share lead = share(60, 0, 55, 0, 1);
    Share roundup = share(200, 90, 55, 0, .01);

    assertThat(isCopy(lead, NO_PARTS, roundup, NO_PARTS)).isFalse();
    assertThat(isCopy(lead, NO_PARTS, share(200, 0, 55, 0, .01), ROUND_UP)).isFalse();
  }

  @Test
  void takesATextAroundForeignParagraphsForAnUpdate() {
    Share update = share(200, 2, 110, 88, .01);
    Share first = share(180, 8, 115, 0, .2);

    assertThat(CopyRule.home(update, first)).isEqualTo(Home.AROUND);
    assertThat(isCopy(update, ONE_STORY, first, NO_PARTS)).isTrue();
  }

  @Test
  void takesNoStoryForACopyOfAnUpdateThatHasAPassageOfIt() {
    Share update = share(200, 60, 80, 0, .01);
    Share quoted = share(180, 40, 80, 0, .2);

    assertThat(CopyRule.home(update, quoted)).isEqualTo(Home.FOREIGN);
    assertThat(isCopy(update, NO_PARTS, quoted, NO_PARTS)).isFalse();
  }

  @Test
  void takesAFramedTextForACopyBeforeTheFrameIsKnown() {
    Share framed = share(200, 70, 125, 0, .01);
    Share text = share(130, 5, 125, 0, 1);

    assertThat(CopyRule.home(framed, text)).isEqualTo(Home.RESUMED);
    assertThat(isCopy(framed, NO_PARTS, text, NO_PARTS)).isTrue();
    assertThat(isCopy(framed, ROUND_UP, text, NO_PARTS)).isFalse();
  }

  @Test
  void takesTextsThatHaveOnlyTheirFrameInCommonForNoCopies() {
    Share one = share(120, 0, 60, 60, .01);
    Share other = share(140, 0, 60, 80, .01);

    assertThat(isCopy(one, NO_PARTS, other, NO_PARTS)).isFalse();
  }

  @Test
  void takesReportsThatQuoteTheSameForNoCopies() {
    Share one = share(200, 50, 60, 30, .3);
    Share other = share(220, 40, 60, 20, .3);

    assertThat(isCopy(one, NO_PARTS, other, NO_PARTS)).isFalse();
  }

  @Test
  void takesSentencesOnOneHappeningForCopiesOnlyWhenTheyHaveMuchWordForWord() {
    Share one = share(36, 3, 24, 0, 1);
    Share other = share(38, 0, 25, 0, 1);

    assertThat(isCopy(one, NO_PARTS, other, NO_PARTS, 11)).isFalse();
    assertThat(isCopy(one, NO_PARTS, other, NO_PARTS, 12)).isTrue();
  }

  @Test
  void takesASentenceThatIsCutOutForACopyHoweverShort() {
    Share sentence = share(13, 0, 13, 0, 1);
    Share whole = share(200, 0, 13, 0, .3);

    assertThat(isCopy(sentence, NO_PARTS, whole, NO_PARTS, 11)).isTrue();
  }
}
