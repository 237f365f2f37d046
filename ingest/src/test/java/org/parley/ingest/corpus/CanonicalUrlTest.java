package org.parley.ingest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.COM:80/a/../b?utm_source=x#frag, http://example.com/b, example.com",
    "https://www.bbc.co.uk/news/1?at_medium=RSS&at_campaign=K, https://www.bbc.co.uk/news/1, bbc.co.uk",
    "https://m.example.org/a/amp/, https://example.org/a, example.org",
    "https://amp.example.org/amp/story?id=3&fbclid=z, https://example.org/story?id=3, example.org",
    "https://example.github.io/x, https://example.github.io/x, example.github.io",
    "http://127.0.0.1:8080/a, http://127.0.0.1:8080/a, 127.0.0.1",
    "https://m.de/x, https://m.de/x, m.de",
  })
  void hasOneFormForAllLinksToAnArticle(String link, String url, String source) {
    assertThat(CanonicalUrl.of(link)).isEqualTo(new CanonicalUrl(url, source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mailto:a@example.org", "ftp://example.org/a", "no link", "http://"})
  void isNoneForWhatIsNoPageOfTheWeb(String link) {
    assertThat(CanonicalUrl.of(link)).isNull();
  }
}
