package org.parley.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.SourceState;
import org.parley.ingest.feed.read.FeedEntry;

class DocumentReadingTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SITE = "https://example.org/";

  private final FeedMemory memory = new FeedMemory(SITE + "feed", "example.org");
  private Instant now = START;

  @Test
  void publishesEachEntryOnceInWhateverOrderItComes() {
    FeedEntry a = entry("a", SITE + "a", "One");
    FeedEntry b = entry("b", SITE + "b", "Two");
    assertThat(titles(read(a, b))).containsExactly("One", "Two");
    assertThat(read(b, a).articles()).isEmpty();
    FeedEntry late = entry("c", SITE + "c", "Late and old");
    assertThat(titles(read(b, late, a))).containsExactly("Late and old");
    assertThat(read(b, late, a).isWorthWriting()).isFalse();
  }

  @Test
  void publishesAnEditedEntryAsARevisionOfItsArticle() {
    Article first = read(entry("a", SITE + "a", "One")).articles().getFirst();
    FeedEntry edited = entry("a", SITE + "a?moved=1", "One, corrected");
    Article second = read(edited).articles().getFirst();
    assertThat(second.articleId()).isEqualTo(first.articleId());
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.fetchedAt()).isEqualTo(now);
    assertThat(read(edited).articles()).isEmpty();
    Article third = read(entry("a", SITE + "a", "One")).articles().getFirst();
    assertThat(third.revision()).isEqualTo(3);
  }

  @Test
  void publishesNoRevisionWhenOnlyTheMarkupChanged() {
    FeedEntry plain = entry("a", SITE + "a", "One");
    read(plain);
    FeedEntry dressed = with(plain, plain.html().replace("<p>", "<p class=\"lead\">"));
    assertThat(read(dressed).articles()).isEmpty();
  }

  @Test
  void knowsEntriesWithoutGuidsByTheirLinks() {
    assertThat(read(entry(null, SITE + "a?utm_source=rss", "One")).articles()).hasSize(1);
    assertThat(read(entry(null, SITE + "a?utm_source=atom", "One")).articles()).isEmpty();
    assertThat(read(entry(null, SITE + "b", "One"), entry(null, SITE + "a", "One")).articles())
        .hasSize(1);
  }

  @Test
  void knowsEntriesWithNeitherByTitleAndDate() {
    FeedEntry a = entry(null, null, "One");
    assertThat(read(a, entry(null, null, "Two")).articles()).hasSize(2);
    assertThat(read(a).articles()).isEmpty();
  }

  @Test
  void takesAGuidThatRepeatsForNone() {
    assertThat(titles(read(entry("same", SITE + "a", "One"), entry("same", SITE + "b", "Two"))))
        .containsExactly("One", "Two");
    assertThat(
            titles(
                read(
                    entry("same", SITE + "c", "Three"),
                    entry("same", SITE + "a", "One"),
                    entry("same", SITE + "b", "Two"))))
        .containsExactly("Three");
  }

  @Test
  void takesAnEntryThatStandsThereTwiceForOne() {
    FeedEntry a = entry("a", SITE + "a", "One");
    assertThat(read(a, a).articles()).hasSize(1);
  }

  @Test
  void keepsEntriesApartThatShareALink() {
    List<Article> articles =
        read(entry("a", SITE, "One"), entry("b", SITE, "Two"), entry("c", SITE, "Three"))
            .articles();
    assertThat(articles).extracting(Article::articleId).doesNotHaveDuplicates().hasSize(3);
    assertThat(articles).allMatch(article -> article.revision() == 1);
    assertThat(
            read(entry("d", SITE, "Four"), entry("b", SITE, "Two"), entry("c", SITE, "Three"))
                .articles())
        .singleElement()
        .satisfies(article -> assertThat(article.revision()).isEqualTo(1));
  }

  @Test
  void publishesNothingAgainWhenAllGuidsChangeAtOnce() {
    read(entry("a", SITE + "a", "One"), entry("b", SITE + "b", "Two"));
    DocumentReading.Result migrated =
        read(entry("https://new/a", SITE + "a", "One"), entry("https://new/b", SITE + "b", "Two"));
    assertThat(migrated.articles()).isEmpty();
    assertThat(migrated.missed()).isFalse();
    assertThat(migrated.changed()).hasSize(2);
    assertThat(read(entry("https://new/a", SITE + "z", "One, corrected")).articles())
        .singleElement()
        .satisfies(article -> {
          assertThat(article.revision()).isEqualTo(2);
          assertThat(article.articleId()).isEqualTo(Ids.article(SITE + "a"));
        });
  }

  @Test
  void knowsAMigratedFeedsEntriesByTitleAndDateWhenTheirLinksChangeToo() {
    read(entry("a", SITE + "a", "One"), entry("b", SITE + "b", "Two"));
    String other = "https://www.example.com/";
    assertThat(read(entry("x", other + "1", "One"), entry("y", other + "2", "Two")).articles())
        .isEmpty();
    // The old GUID, taken again by something new, is no one's any more.
    assertThat(
            titles(
                read(
                    entry("a", other + "3", "Three"),
                    entry("x", other + "1", "One"),
                    entry("y", other + "2", "Two"))))
        .containsExactly("Three");
    assertThat(memory.entries()).hasSize(3);
  }

  @Test
  void doesNotTakeANewEntryForAnOldOneOfTheSameTitle() {
    read(entry("1", SITE + "1", "Morning briefing"), entry("2", SITE + "2", "Two"));
    Article again =
        read(entry("3", SITE + "3", "Morning briefing"), entry("2", SITE + "2", "Two"))
            .articles()
            .getFirst();
    assertThat(again.revision()).isEqualTo(1);
    assertThat(again.url()).isEqualTo(SITE + "3");
  }

  @Test
  void suspectsThatEntriesWereMissedWhenAllAreNew() {
    assertThat(read(entry("a", SITE + "a", "One")).missed()).isFalse();
    assertThat(read(entry("b", SITE + "b", "Two"), entry("a", SITE + "a", "One")).missed())
        .isFalse();
    assertThat(read(entry("d", SITE + "d", "Four"), entry("c", SITE + "c", "Three")).missed())
        .isTrue();
    assertThat(read().missed()).isFalse();
    assertThat(read(entry("e", SITE + "e", "Five")).missed()).isFalse();
  }

  @Test
  void forgetsAnEntryWeeksAfterTheFeedHasDroppedIt() {
    FeedEntry a = entry("a", SITE + "a", "One");
    FeedEntry b = entry("b", SITE + "b", "Two");
    read(a, b);
    now = START.plus(Duration.ofDays(100));
    assertThat(read(a, b).forgotten()).isEmpty();
    assertThat(read(b).changed()).extracting(SourceState::entry).containsExactly("a");
    now = now.plus(Duration.ofDays(29));
    assertThat(read(b).forgotten()).isEmpty();
    assertThat(read(a, b).articles()).isEmpty();
    read(b);
    now = now.plus(Duration.ofDays(31));
    DocumentReading.Result later = read(b);
    assertThat(later.forgotten()).extracting(SourceState::entry).containsExactly("a");
    assertThat(later.isWorthWriting()).isTrue();
    assertThat(memory.entries()).hasSize(1);
  }

  @Test
  void remembersOnlySoManyEntriesThatAreGone() {
    int most = DocumentReading.MOST_REMEMBERED;
    for (int from = 0; from < most + 200; from += 100) {
      now = now.plusSeconds(1);
      read(
          IntStream.range(from, from + 100)
              .mapToObj(i -> entry("e" + i, SITE + i, "Number " + i))
              .toArray(FeedEntry[]::new));
    }
    read();
    read();
    assertThat(memory.entries()).hasSize(most);
    assertThat(memory.hasEntry("e0")).isFalse();
    assertThat(memory.hasEntry("e" + (most + 199))).isTrue();
  }

  @Test
  void leavesOutAnEntryThatSaysNothingUntilItDoes() {
    assertThat(read(with(entry("a", SITE + "a", null), "")).articles()).isEmpty();
    assertThat(memory.entries()).isEmpty();
    assertThat(read(entry("a", SITE + "a", "One")).articles()).hasSize(1);
  }

  private DocumentReading.Result read(FeedEntry... entries) {
    now = now.plusSeconds(60);
    DocumentReading.Result result = DocumentReading.of(memory, List.of(entries), now);
    new ArrayList<>(result.changed()).forEach(memory::put);
    result.forgotten().forEach(memory::forget);
    return result;
  }

  private static List<String> titles(DocumentReading.Result result) {
    return result.articles().stream()
        .map(article -> Objects.requireNonNull(article.title()))
        .toList();
  }

  private static FeedEntry entry(
      @Nullable String guid, @Nullable String link, @Nullable String title) {
    String html = "<p>" + title + ": the two delegations met again and agreed on nothing.</p>";
    return new FeedEntry(
        guid, false, link, title, null, START, null, null, html, Ids.text(guid + link + title));
  }

  private static FeedEntry with(FeedEntry entry, String html) {
    return new FeedEntry(
        entry.guid(),
        false,
        entry.link(),
        entry.title(),
        null,
        entry.publishedAt(),
        null,
        null,
        html,
        Ids.text(html));
  }
}
