package org.parley.processor.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether the language of the sentences that test each lexicon is told without being stated: of
/// the whole, of its beginning as a headline, and of that in capitals.
class NativeHeadlinesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final LanguageDetector DETECTOR = LanguageDetector.load();
  private static final int HEADLINE = 60;

  /// The sentences of a language.
  record Sentences(String language, List<String> texts) {
    @Override
    public String toString() {
      return language;
    }
  }

  static Stream<Sentences> languages() throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(NativeHeadlinesTest.class.getResource("/mentions"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      List<Path> sorted = files.sorted().toList();
      assertThat(sorted).isNotEmpty();
      List<Sentences> all = new ArrayList<>();
      for (Path file : sorted) {
        all.add(read(file));
      }
      return all.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void tellsTheLanguageOfASentence(Sentences sentences) {
    assertThat(right(sentences, text -> text)).isGreaterThanOrEqualTo(0.97);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void tellsTheLanguageOfAHeadline(Sentences sentences) {
    assertThat(right(sentences, NativeHeadlinesTest::headline)).isGreaterThanOrEqualTo(0.92);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void tellsTheLanguageOfAHeadlineInCapitals(Sentences sentences) {
    Locale locale = Locale.forLanguageTag(sentences.language);

    assertThat(right(sentences, text -> headline(text).toUpperCase(locale)))
        .isGreaterThanOrEqualTo(0.9);
  }

  private static double right(Sentences sentences, UnaryOperator<String> form) {
    long right =
        sentences.texts.stream()
            .map(form)
            .filter(text -> DETECTOR.detect(text, null).equals(sentences.language))
            .count();
    return (double) right / sentences.texts.size();
  }

  private static String headline(String text) {
    if (text.length() <= HEADLINE) {
      return text;
    }
    int space = text.lastIndexOf(' ', HEADLINE);
    return text.substring(0, space > HEADLINE / 2 ? space : HEADLINE);
  }

  private static Sentences read(Path file) throws IOException {
    JsonNode yaml = YAML.readTree(file.toFile());
    List<String> texts = new ArrayList<>();
    yaml.get("mentions").forEach(mention -> texts.add(mention.get("text").asText()));
    yaml.get("others").forEach(other -> texts.add(other.asText()));
    return new Sentences(yaml.get("language").asText(), texts);
  }
}
