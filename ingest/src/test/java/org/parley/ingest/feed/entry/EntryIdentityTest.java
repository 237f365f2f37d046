package org.parley.ingest.feed.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.ingest.feed.read.FeedEntry;

class EntryIdentityTest {
  private static final Instant AT = Instant.parse("2026-03-10T07:30:00Z");

  private static FeedEntry entry(
      @Nullable String guid, @Nullable String link, @Nullable String title, @Nullable Instant at) {
    return new FeedEntry(guid, false, link, title, null, at, null, null, "<p>x</p>", "5a");
  }

  private static EntryIdentity of(FeedEntry entry) {
    return EntryIdentity.of(List.of(entry)).getFirst();
  }

  @Test
  void isTheGuidThenTheCanonicalLinkThenAHash() {
    String link = "https://m.example.org/a?utm_medium=rss";
    assertThat(of(entry(" g-1 ", link, "Talks", AT)).key()).isEqualTo("g-1");
    assertThat(of(entry(" ", link, "Talks", AT)).key()).isEqualTo("https://example.org/a");
    EntryIdentity bare = of(entry(null, null, "Talks", AT));
    assertThat(bare.key()).isEqualTo("hash:" + bare.titleAndDate());
    assertThat(of(entry(null, null, null, null)).key()).startsWith("hash:");
  }

  @Test
  void knowsAnEntryAgainByTitleAndDate() {
    String before = of(entry("old", "https://old.example/1", "Talks", AT)).titleAndDate();
    assertThat(of(entry("new", "https://new.example/1", "Talks", AT)).titleAndDate())
        .isEqualTo(before);
    assertThat(of(entry("new", null, "Talks", AT.plusSeconds(1))).titleAndDate())
        .isNotEqualTo(before);
    assertThat(of(entry("new", null, null, AT)).titleAndDate()).isNull();
  }

  @Test
  void passesOverAGuidThatDifferentEntriesHave() {
    List<EntryIdentity> identities =
        EntryIdentity.of(
            List.of(
                entry("same", "https://example.org/1", "One", AT),
                entry("same", "https://example.org/2", "Two", AT),
                entry("twice", "https://example.org/3", "Three", AT),
                entry("twice", "https://example.org/3", "Three", AT)));
    assertThat(identities)
        .extracting(EntryIdentity::key)
        .containsExactly("https://example.org/1", "https://example.org/2", "twice", "twice");
  }

  @Test
  void takesNoFrontPageForALink() {
    assertThat(of(entry(null, "https://example.org/", "Talks", AT)).link()).isNull();
    assertThat(of(entry(null, "https://example.org/?p=1", "Talks", AT)).link())
        .isEqualTo("https://example.org/?p=1");
  }

  @Test
  void staysShort() {
    assertThat(of(entry("g".repeat(100_000), null, null, null)).key())
        .hasSizeLessThanOrEqualTo(EntryIdentity.MAX_KEY)
        .startsWith("hash:");
  }
}
