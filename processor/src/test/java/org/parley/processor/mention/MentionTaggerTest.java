package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.TextMap;

class MentionTaggerTest {
  private static final MentionTagger TAGGER = MentionTagger.load();

  @Test
  void strongPhraseFiresAlone() {
    Mention mention = tag("Peace talks opened in Geneva.").getFirst();

    assertThat(mention.evidence().rule()).isEqualTo("strong");
    assertThat(mention.evidence().trigger()).isEqualTo("Peace talks");
    assertThat(mention.score()).isEqualTo(6);
    assertThat(mention.at()).isEqualTo(new Span(0, 11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The two companies hold talks.",
        "The union and the employers resumed negotiations.",
        "He won the Nobel peace prize.",
        "Peacekeepers arrived in Juba.",
        "The rapper called a truce with his rival.",
        "May they rest in peace.",
        "According to the ministry, the summit went well."
      })
  void weakPhraseDoesNotFireWithoutConflict(String text) {
    assertThat(tag(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The rebels resumed negotiations with the state.",
        "Hamas said that the talks go on.",
        "Russia and Ukraine are in talks.",
        "While the war goes on, mediators shuttle between the capitals.",
        "THE GUERRILLAS PROPOSED A DIALOGUE."
      })
  void weakPhraseFiresWithConflictInItsSentence(String text) {
    assertThat(tag(text)).hasSize(1);
  }

  @Test
  void knowsCountriesThatTheStandardHasNoCodeFor() {
    assertThat(tag("Serbia and Kosovo resumed their dialogue.").getFirst().parties())
        .containsExactly("Serbia", "Kosovo");
  }

  @Test
  void weakPhraseFiresAnywhereInADocumentThatMatched() {
    String news = "A ceasefire was declared on Monday. Other news came. One more line. ";

    Mention last = tag(news + "The talks were chaired by a bishop.").getLast();

    assertThat(last.evidence().rule()).isEqualTo("gate");
    assertThat(last.score()).isEqualTo(1);
    assertThat(tag("The talks were chaired by a bishop.")).isEmpty();
  }

  @Test
  void wordOfAnotherDomainNearbyKeepsAWeakPhraseFromFiring() {
    String war = "The ceasefire held. It was quiet. ";

    assertThat(tag(war + "Wage talks opened.")).hasSize(1);
    assertThat(tag(war + "Talks on the new trade tariffs opened.")).hasSize(1);
    assertThat(tag(war + "Talks opened in the capital on Monday, as wages rose.")).hasSize(2);
  }

  @Test
  void sentenceGivesItsBestTriggerOnce() {
    List<Mention> mentions = tag("The rebels want talks, a dialogue and a ceasefire.");

    assertThat(mentions).hasSize(1);
    assertThat(mentions.getFirst().evidence().trigger()).isEqualTo("ceasefire");
  }

  @Test
  void titleAndLeadCountTwice() {
    String title = "Peace talks open\n\n";
    String body = "The ceasefire held. The ceasefire held. The ceasefire held.";

    assertThat(TAGGER.tag(title + body, title.length(), "en", TextMap.NONE).mentions())
        .extracting(Mention::score)
        .containsExactly(6, 6, 6, 3);
  }

  @Test
  void passagesOnTheBorderlineAreMarked() {
    assertThat(tag("Russia and Ukraine agreed on a prisoner swap.").getFirst().borderline())
        .isTrue();
    assertThat(tag("The ceasefire includes a prisoner swap.").getFirst().borderline()).isFalse();
  }

  @Test
  void offsetsLeadBackToTheSource() {
    String clean = "Quiet.\n\nThe ceasefire held.";
    TextMap map =
        new TextMap(
            List.of(new TextMap.Run(0, 100, 6), new TextMap.Run(8, 300, clean.length() - 8)));

    Mention mention = TAGGER.tag(clean, 8, "en", map).mentions().getFirst();

    assertThat(mention.at().of(clean)).isEqualTo("ceasefire");
    assertThat(mention.inSource()).isEqualTo(new Span(304, 313));
    assertThat(mention.sentence().of(clean)).isEqualTo("The ceasefire held.");
    assertThat(mention.quote()).isEqualTo("The ceasefire held.");
  }

  @Test
  void longSentenceIsQuotedAroundItsMention() {
    String sentence = "word ".repeat(150) + "the ceasefire held " + "word ".repeat(150);

    Mention mention = tag(sentence).getFirst();

    assertThat(mention.quote()).contains("the ceasefire held").hasSizeLessThanOrEqualTo(600);
    assertThat(sentence.startsWith(mention.quote(), mention.quoteStart())).isTrue();
    assertThat(mention.quote()).startsWith("word").endsWith("word");
  }

  @Test
  void languageWithoutALexiconHasNoMentions() {
    assertThat(TAGGER.languages()).contains("en");
    assertThat(TAGGER.tag("Peace talks opened.", 0, "und", TextMap.NONE)).isEqualTo(Tagging.NONE);
    assertThat(TAGGER.tag("", 0, "en", TextMap.NONE)).isEqualTo(Tagging.NONE);
  }

  @Test
  void articleHasTheStageOfMostMentions() {
    String text =
        "The rebels rejected peace talks. The truce was violated. The truce was violated.";

    assertThat(TAGGER.tag(text, 0, "en", TextMap.NONE).stages())
        .containsExactly(java.util.Map.entry(Mention.PEACE_TALKS, Stage.COLLAPSED));
  }

  @Test
  void endlessLinesTakeBoundedTime() {
    String noSpace = "ceasefire".repeat(600_000);
    String noStop = "the rebels want peace talks and ".repeat(160_000);
    String commas = "peace, ".repeat(700_000);
    String surrogates = "\uD83D ceasefire \uDE00".repeat(300_000);

    for (String text : List.of(noSpace, noStop, commas, surrogates)) {
      assertTimeoutPreemptively(Duration.ofSeconds(60), () -> tag(text));
    }
  }

  @Test
  void manyThreadsAgree() throws Exception {
    String text = "Russia and Ukraine hold talks in Minsk. Moscow refused a ceasefire. ".repeat(20);
    List<Mention> alone = tag(text);
    List<Future<List<Mention>>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        answers.add(threads.submit(() -> tag(text)));
      }
    }
    for (Future<List<Mention>> answer : answers) {
      assertThat(answer.get()).isEqualTo(alone);
    }
  }

  private static List<Mention> tag(String text) {
    return TAGGER.tag(text, 0, "en", TextMap.NONE).mentions();
  }
}
