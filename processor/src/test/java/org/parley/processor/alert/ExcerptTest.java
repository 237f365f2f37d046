package org.parley.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testkit.Sample;

class ExcerptTest {
  private static String of(String sentence, String trigger) {
    return Excerpt.of(Sample.mention().in(sentence, trigger).at(500).build());
  }

  @Test
  void keepsAShortSentenceAsItIs() {
    assertThat(of("The two sides\n held peace talks.", "peace talks"))
        .isEqualTo("The two sides held peace talks.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 40, 200, 400})
  void cutsALongOneBetweenWordsAroundTheMention(int before) {
    String sentence = "word ".repeat(before) + "peace talks" + " after".repeat(80);
    String excerpt = of(sentence, "peace talks");

    assertThat(excerpt).contains("peace talks").hasSizeBetween(40, 82);
    assertThat(excerpt.replace("…", "").split(" ")).isSubsetOf("word", "peace", "talks", "after");
    assertThat(excerpt.startsWith("…")).isEqualTo(before > 10);
    assertThat(excerpt).endsWith("…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    String excerpt = of("😀".repeat(101) + "停火" + "😀".repeat(101), "停火");

    assertThat(excerpt).contains("停火");
    assertThat(excerpt.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
