package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.org/feed.xml,           https://example.org/feed.xml",
    "' HTTPS://Example.ORG:443 ',            https://example.org/",
    "http://example.org:80?a=B#top,          http://example.org/?a=B",
    "http://example.org:8080/A%20b/,         http://example.org:8080/A%20b/",
    "feed://example.org/rss,                 http://example.org/rss",
    "feed:https://example.org/rss,           https://example.org/rss",
    "http://[::1]:81/f,                      http://[::1]:81/f",
  })
  void isKnownByOneFormOfItsAddress(String address, String normal) {
    assertThat(Feed.normal(address)).isEqualTo(normal);
    assertThat(Feed.normal(normal)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "http://u:pw@example.org/",
        "http://a b/"
      })
  void refusesWhatIsNoAddressOfAFeed(String address) {
    assertThatThrownBy(() -> Feed.normal(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("url")
        .hasMessageNotContaining("pw");
  }

  @Test
  void isNotPolledMoreOftenThanOnceASecond() {
    assertThatThrownBy(
            () -> new Feed("http://a.example/", null, Duration.ofMillis(999), Instant.EPOCH))
        .hasMessageContaining("at least 1 second");
  }

  @Test
  void namesTheHostAsTheUrlHasIt() {
    assertThat(Feed.host("http://News.Example.org:81/x")).isEqualTo("news.example.org");
    assertThat(Feed.host("http://127.0.0.2:81/x")).isEqualTo("127.0.0.2");
  }

  @Test
  void anEntryIsNotTakenForAnotherFeed() {
    String key = "1";
    var seen = new EntryState(key, null, null, null);
    String feed = "http://example.org/feed";
    var entry =
        new SourceState("example.org", feed, key, "", null, 0, null, Instant.EPOCH, null, seen);
    assertThat(entry.key()).isNotEqualTo(SourceState.key(feed + "/" + key, null));
  }
}
