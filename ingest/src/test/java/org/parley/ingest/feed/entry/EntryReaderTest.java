package org.parley.ingest.feed.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.contract.Span;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.feed.read.FeedEntry;

class EntryReaderTest {
  private static final URI FEED = URI.create("https://feeds.example.co.uk/world.xml");
  private static final Instant AT = Instant.parse("2026-03-10T07:30:00Z");

  private static FeedEntry entry(
      @Nullable String guid, @Nullable String link, @Nullable String title, String html) {
    return new FeedEntry(
        guid, false, link, title, "Ada Example", AT, null, "en", html, "5a".repeat(32));
  }

  private static EntryReading reading(FeedEntry entry) {
    return new EntryReader().read(entry, EntryIdentity.of(List.of(entry)).getFirst(), FEED);
  }

  private static Draft draft(FeedEntry entry) {
    return switch (reading(entry)) {
      case EntryReading.Read read -> read.draft();
      case EntryReading.Refused refused -> throw new AssertionError(refused.reason());
    };
  }

  private static String body(String html) {
    Draft draft = draft(entry("g", null, "Talks resume in Jeddah", html));
    return draft.text().substring(draft.bodyStart());
  }

  @Test
  void makesAnArticleOfAnEntry() {
    String html =
        "<p>Delegations met on <b>Tuesday</b> &amp; agreed to go on.</p><script>track()</script>"
            + "<img src='https://t.example/p.gif' width='1' height='1' alt='pixel'>"
            + "<p>A second round follows in April.</p>"
            + "<p>The post <a href='#'>Talks resume in Jeddah</a> appeared first on <a href='#'>Example</a>.</p>";
    Draft draft =
        draft(
            entry(
                "tag-17",
                "https://www.example.org/a?utm_source=rss#top",
                "Talks resume in Jeddah",
                html));
    assertThat(draft.text())
        .isEqualTo(
            "Talks resume in Jeddah\n\nDelegations met on Tuesday & agreed to go on.\n\n"
                + "A second round follows in April.");
    assertThat(draft.text().substring(draft.bodyStart())).startsWith("Delegations");
    assertThat(draft.url()).isEqualTo("https://www.example.org/a");
    assertThat(draft.articleId()).isEqualTo(Ids.article("https://www.example.org/a"));
    assertThat(draft.source()).isEqualTo("example.org");
    assertThat(draft.origin())
        .isEqualTo(new Origin(Origin.Kind.FEED, FEED.toString(), "tag-17", "5a".repeat(32), null));
    assertThat(draft.title()).isEqualTo("Talks resume in Jeddah");
    assertThat(draft.author()).isEqualTo("Ada Example");
    assertThat(draft.publishedAt()).isEqualTo(AT);
    assertThat(draft.fetchedAt()).isNull();
    assertThat(draft.statedLanguage()).isEqualTo("en");
    int tuesday = draft.text().indexOf("Tuesday");
    assertThat(draft.map().toSource(new Span(tuesday, tuesday + 7)))
        .isEqualTo(new Span(html.indexOf("Tuesday"), html.indexOf("Tuesday") + 7));
  }

  @Test
  void knowsAnArticleWithoutALinkByFeedAndKey() {
    Draft draft = draft(entry("tag-17", null, "Talks", ""));
    assertThat(draft.articleId()).isEqualTo(Ids.article(FEED.toString(), "tag-17"));
    assertThat(draft.url()).isNull();
    assertThat(draft.source()).isEqualTo("example.co.uk");
    assertThat(draft.text()).isEqualTo("Talks");
  }

  @Test
  void takesASitesFrontPageForNoArticlesAddress() {
    Draft one = draft(entry("1", "https://www.example.org/", "Talks", ""));
    Draft other = draft(entry("2", "https://www.example.org", "More talks", ""));
    assertThat(one.articleId()).isNotEqualTo(other.articleId());
    assertThat(one.source()).isEqualTo("example.org");
  }

  @Test
  void refusesAnEntryThatSaysNothing() {
    assertThat(reading(entry("g", "https://example.org/a", null, "<img src='a.png'><p> </p>")))
        .isEqualTo(new EntryReading.Refused("has neither a title nor text"));
  }

  @Test
  void keepsATextWithoutATitle() {
    Draft draft = draft(entry("g", null, null, "The delegations met in Jeddah on Tuesday."));
    assertThat(draft.text()).contains("The delegations met in Jeddah on Tuesday.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They met on Tuesday. […] | They met on Tuesday.",
        "They met on Tuesday and [&#8230;] | They met on Tuesday and",
        "They met on Tuesday. [...]<p>The post <a>Talks</a> first appeared on <a>Example</a>.</p> | They met on Tuesday.",
        "They met on Tuesday. <a>Continue reading <span>Talks resume in Jeddah</span> &rarr;</a> | They met on Tuesday.",
        "They met on Tuesday&hellip; <a>Read more »</a> | They met on Tuesday…",
        "<p>They met on Tuesday.</p><p><a>Read more</a></p> | They met on Tuesday.",
        "<p>They met on Tuesday.</p><div class='sharedaddy'>Share on Example</div> | They met on Tuesday.",
        "Sie trafen sich am Dienstag. Der Beitrag Gespräche erschien zuerst auf Beispiel. | Sie trafen sich am Dienstag.",
        "Ils se sont rencontrés mardi. L’article Pourparlers est apparu en premier sur Exemple. | Ils se sont rencontrés mardi.",
        "Se reunieron el martes. La entrada Diálogo se publicó primero en Ejemplo. | Se reunieron el martes.",
        "Они встретились во вторник. Сообщение Переговоры появились сначала на Пример. | Они встретились во вторник.",
        "Вони зустрілися у вівторок. Читати далі → | Вони зустрілися у вівторок.",
        // and what only looks like it
        "You can read more about the talks in the report. | You can read more about the talks in the report.",
        "Readers of the report can read more | Readers of the report can read more",
        "The post office was shelled on Tuesday. | The post office was shelled on Tuesday.",
        "Read more of what they signed on Tuesday in Jeddah. | Read more of what they signed on Tuesday in Jeddah.",
        "They met on Tuesday (in secret). | They met on Tuesday (in secret).",
      })
  void takesOffWhatPublishingSoftwareAdds(String html, String body) {
    assertThat(body(html)).isEqualTo(body);
  }

  @Test
  void leavesNothingOfMarkupInTheText() {
    assertThat(
            body(
                "<style>p{}</style><p onclick='x()'>They met.<br>They talked.</p><iframe src='x'></iframe>"))
        .isEqualTo("They met.\n\nThey talked.");
  }
}
