package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Origin;
import org.parley.contract.Stage;
import org.parley.contract.TextMap;
import org.parley.processor.mention.Refusal.Reason;

class ExplanationTest {
  private static final MentionTagger TAGGER = MentionTagger.load();

  /// A Wednesday.
  private static final Instant PUBLISHED = Instant.parse("2026-03-11T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "The union and the airline resumed talks on Monday.|FOREIGN|talks|airline",
        "He talks about the war.|EXCLUDED|talks|talks about",
        "The committee resumed its talks on Monday.|GATE_CLOSED|talks|-",
        "A ceasefire holds in Gaza. The board came to an agreement.|NO_CONFLICT|agreement|-"
      })
  void saysWhyATriggerDidNotFire(String text, Reason reason, String trigger, @Nullable String by) {
    assertThat(TAGGER.explain(article(text, PUBLISHED), "en").refusals())
        .anySatisfy(refusal -> {
          assertThat(refusal.reason()).isEqualTo(reason);
          assertThat(refusal.trigger()).isEqualTo(trigger);
          assertThat(refusal.at().of(text)).isEqualTo(trigger);
          assertThat(refusal.by()).isEqualTo(by);
        });
  }

  @Test
  void taggingIsTheTaggersOwn() {
    Article article = article("Peace talks resumed on Monday. The trade talks failed.", PUBLISHED);

    Explanation explanation = TAGGER.explain(article, "en");

    assertThat(explanation.tagging()).isEqualTo(TAGGER.tag(article, "en"));
    assertThat(explanation.tagging().stages()).containsEntry(Mention.PEACE_TALKS, Stage.UNDERWAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Peace talks resumed in Doha on Monday.|Monday|2026-03-09",
        "Peace talks will begin in Doha on Monday.|Monday|2026-03-16",
        "Peace talks will begin in Doha next Wednesday.|next Wednesday|2026-03-18",
        "Peace talks will begin in Doha next week.|next week|-",
        "Lavrov said on Monday that peace talks would begin on 12 April.|12 April|2026-04-12",
        "Lavrov said on Monday that the peace talks were over.|-|-",
        "A ceasefire took effect on March 1, 2025.|March 1, 2025|2025-03-01"
      })
  void readsWhenTheTalksAre(String text, @Nullable String words, @Nullable LocalDate date) {
    Mention mention = TAGGER.tag(article(text, PUBLISHED), "en").mentions().getFirst();

    if (words == null) {
      assertThat(mention.when()).isNull();
    } else {
      assertThat(mention.when()).isEqualTo(new Mention.When(words, date));
    }
  }

  @Test
  void countsFromTheDayOfFetchingWhenNoneIsStated() {
    Mention mention =
        TAGGER.tag(article("Peace talks resumed on Monday.", null), "en").mentions().getFirst();

    assertThat(mention.when()).isEqualTo(new Mention.When("Monday", LocalDate.of(2026, 3, 30)));
  }

  private static Article article(String text, @Nullable Instant published) {
    return new Article(
        "a",
        1,
        new Origin(Origin.Kind.CORPUS, "c", "a.txt", "0", null),
        "c",
        null,
        null,
        null,
        published,
        Instant.parse("2026-04-01T08:00:00Z"),
        "en",
        text,
        0,
        false,
        TextMap.NONE);
  }
}
