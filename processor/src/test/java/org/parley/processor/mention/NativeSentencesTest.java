package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.TextMap;

/// Sentences that speakers of each language wrote for the purpose, half of them mentions, half of
/// them hard to tell from mentions. Each is read as a document of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeSentencesTest {
  private static final double LEAST_F1 = 0.9;
  private static final int LEAST_OF_EACH = 20;
  private static final int LEAST_STAGES = 6;

  private static final MentionTagger TAGGER = MentionTagger.load();

  /// A file of test sentences.
  record Sentences(String language, List<Positive> mentions, List<String> others) {
    @Override
    public String toString() {
      return language;
    }
  }

  record Positive(Stage stage, String text) {}

  static Stream<Sentences> languages() {
    return TAGGER.languages().stream().map(NativeSentencesTest::read);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void findsMentionsAndNothingElse(Sentences sentences) {
    List<String> errors = new ArrayList<>();
    int found = 0;
    int rightStage = 0;
    for (Positive positive : sentences.mentions) {
      List<Mention> mentions = tag(sentences.language, positive.text);
      if (mentions.isEmpty()) {
        errors.add("missed (" + positive.stage + "): " + positive.text);
      } else {
        found++;
        Stage stage = mentions.getFirst().stage();
        rightStage += stage == positive.stage ? 1 : 0;
        if (stage != positive.stage) {
          errors.add("stage " + stage + " for " + positive.stage + ": " + positive.text);
        }
      }
    }
    int wrong = 0;
    for (String other : sentences.others) {
      List<Mention> mentions = tag(sentences.language, other);
      if (!mentions.isEmpty()) {
        wrong++;
        errors.add("wrong (" + mentions.getFirst().evidence().trigger() + "): " + other);
      }
    }
    double f1 = 2.0 * found / (sentences.mentions.size() + found + wrong);
    String report =
        String.format(
            Locale.ROOT,
            "%s: F1 %.3f, stage right for %d of %d%n%s",
            sentences.language,
            f1,
            rightStage,
            found,
            String.join("\n", errors));
    assertThat(f1).as(report).isGreaterThanOrEqualTo(LEAST_F1);
    assertThat(2 * rightStage).as("stages of " + report).isGreaterThanOrEqualTo(found);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void thereAreEnoughToSaySomething(Sentences sentences) {
    assertThat(sentences.mentions).hasSizeGreaterThanOrEqualTo(LEAST_OF_EACH);
    assertThat(sentences.others).hasSizeGreaterThanOrEqualTo(LEAST_OF_EACH);
    assertThat(sentences.mentions.stream().map(Positive::stage).distinct().count())
        .isGreaterThanOrEqualTo(LEAST_STAGES);
  }

  private static List<Mention> tag(String language, String text) {
    return TAGGER.tag(text, 0, language, TextMap.NONE).mentions().stream()
        .filter(mention -> mention.concept().equals(Mention.PEACE_TALKS))
        .toList();
  }

  private static Sentences read(String language) {
    String file = "/mentions/" + language + ".yaml";
    try (InputStream in = NativeSentencesTest.class.getResourceAsStream(file)) {
      assertThat(in).as("test sentences " + file).isNotNull();
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return LexiconReader.parse(file, yaml, Sentences.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
