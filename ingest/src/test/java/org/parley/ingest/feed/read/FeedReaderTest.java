package org.parley.ingest.feed.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  private static final URI URL = URI.create("https://feeds.example.org/world/feed.xml");

  private static FeedReading reading(String xml) {
    return new FeedReader().read(xml.getBytes(StandardCharsets.UTF_8), "text/xml", URL);
  }

  private static FeedDocument read(String xml) {
    return switch (reading(xml)) {
      case FeedReading.Read read -> read.document();
      case FeedReading.Unreadable none -> throw new AssertionError(none.reason());
    };
  }

  private static String reason(String body) {
    return switch (reading(body)) {
      case FeedReading.Read read -> throw new AssertionError("was read: " + read.document());
      case FeedReading.Unreadable none -> none.reason();
    };
  }

  private static FeedEntry entryOfRss(String item) {
    return read("<rss version='2.0'><channel><item>" + item + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  private static FeedEntry entryOfAtom(String entry) {
    return read("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + entry + "</entry></feed>")
        .entries()
        .getFirst();
  }

  @Test
  void readsRss() {
    FeedDocument feed =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>Example &amp; Sons: World</title>
                <link>https://www.example.org/world</link>
                <description>News of the world</description>
                <language>en-GB</language>
                <lastBuildDate>Tue, 10 Mar 2026 09:00:00 GMT</lastBuildDate>
                <item>
                  <title>Talks &lt;b&gt;resume&lt;/b&gt; in Jeddah</title>
                  <link>https://www.example.org/world/talks</link>
                  <guid isPermaLink="false">tag-17</guid>
                  <pubDate>Tue, 10 Mar 2026 08:30:00 +0100</pubDate>
                  <dc:creator>Ada Example</dc:creator>
                  <description>Delegations met.</description>
                  <content:encoded><![CDATA[<p>Delegations met on Tuesday.</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);
    assertThat(feed.title()).isEqualTo("Example & Sons: World");
    assertThat(feed.link()).isEqualTo("https://www.example.org/world");
    assertThat(feed.language()).isEqualTo("en-GB");
    assertThat(feed.head().description()).isEqualTo("News of the world");
    assertThat(feed.head().updatedAt()).isEqualTo("2026-03-10T09:00:00Z");
    assertThat(feed.hints()).isEqualTo(Hints.NONE);
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry)
        .isEqualTo(
            new FeedEntry(
                "tag-17",
                false,
                "https://www.example.org/world/talks",
                "Talks resume in Jeddah",
                "Ada Example",
                Instant.parse("2026-03-10T07:30:00Z"),
                null,
                "en-GB",
                "<p>Delegations met on Tuesday.</p>",
                entry.sha256()));
  }

  @Test
  void readsAtom() {
    FeedDocument feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://www.example.fr/">
              <id>urn:feed:1</id>
              <title type="html">Le &lt;i&gt;monde&lt;/i&gt;</title>
              <link rel="self" href="feed.atom"/>
              <link href="/"/>
              <author><name>Rédaction</name><email>r@example.fr</email></author>
              <updated>2026-03-10T09:00:00Z</updated>
              <entry xml:base="monde/">
                <id>urn:entry:1</id>
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Les <em>pourparlers</em> reprennent</div></title>
                <link rel="enclosure" href="son.mp3" type="audio/mpeg"/>
                <link rel="alternate" type="application/json" href="a.json"/>
                <link rel="alternate" type="text/html" href="a.html"/>
                <published>2026-03-10T07:30:00+01:00</published>
                <updated>2026-03-10T08:30:00Z</updated>
                <summary>Bref</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Les délégations.</p></div></content>
              </entry>
              <entry xml:lang="en">
                <title>Who says 1 &lt; 2 &amp; 3?</title>
                <updated>2026-03-09T08:30:00Z</updated>
                <content>5 &lt; 6</content>
              </entry>
            </feed>
            """);
    assertThat(feed.head().id()).isEqualTo("urn:feed:1");
    assertThat(feed.title()).isEqualTo("Le monde");
    assertThat(feed.link()).isEqualTo("https://www.example.fr/");
    FeedEntry first = feed.entries().getFirst();
    assertThat(first.guid()).isEqualTo("urn:entry:1");
    assertThat(first.title()).isEqualTo("Les pourparlers reprennent");
    assertThat(first.link()).isEqualTo("https://www.example.fr/monde/a.html");
    assertThat(first.author()).isEqualTo("Rédaction");
    assertThat(first.publishedAt()).isEqualTo("2026-03-10T06:30:00Z");
    assertThat(first.updatedAt()).isEqualTo("2026-03-10T08:30:00Z");
    assertThat(first.language()).isEqualTo("fr");
    assertThat(first.html()).isEqualTo("<p>Les délégations.</p>");
    FeedEntry second = feed.entries().getLast();
    assertThat(second.title()).isEqualTo("Who says 1 < 2 & 3?");
    assertThat(second.html()).isEqualTo("5 &lt; 6");
    assertThat(second.language()).isEqualTo("en");
    assertThat(second.publishedAt()).isEqualTo("2026-03-09T08:30:00Z");
  }

  @Test
  void readsRdfWhoseItemsStandBesideTheChannel() {
    FeedDocument feed =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
              <channel rdf:about="https://example.org/rdf"><title>RDF</title><link>https://example.org/</link></channel>
              <item rdf:about="https://example.org/1">
                <title>One</title><link>https://example.org/1</link>
                <dc:date>2026-03-10T07:30:00Z</dc:date><dcterms:modified>2026-03-11</dcterms:modified>
              </item>
            </rdf:RDF>
            """);
    assertThat(feed.title()).isEqualTo("RDF");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.guid()).isEqualTo("https://example.org/1");
    assertThat(entry.publishedAt()).isEqualTo("2026-03-10T07:30:00Z");
    assertThat(entry.updatedAt()).isEqualTo("2026-03-11T00:00:00Z");
  }

  @Test
  void readsAtom03() {
    FeedEntry entry =
        read("""
        <feed version="0.3" xmlns="http://purl.org/atom/ns#">
          <entry>
            <title mode="escaped" type="text/html">Talks &lt;b&gt;on&lt;/b&gt;</title>
            <link href="http://example.org/a"/>
            <issued>2004-01-01T10:00:00Z</issued><modified>2004-01-02T10:00:00Z</modified>
            <content mode="base64" type="text/html">PHA+VGFsa3Mgb248L3A+</content>
          </entry>
        </feed>
        """)
            .entries()
            .getFirst();
    assertThat(entry.title()).isEqualTo("Talks on");
    assertThat(entry.link()).isEqualTo("http://example.org/a");
    assertThat(entry.publishedAt()).isEqualTo("2004-01-01T10:00:00Z");
    assertThat(entry.updatedAt()).isEqualTo("2004-01-02T10:00:00Z");
    assertThat(entry.html()).isEqualTo("<p>Talks on</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Talks <b>resume</b> in Jeddah | Talks resume in Jeddah",
        "<![CDATA[Talks <b>resume</b> in Jeddah]]> | Talks resume in Jeddah",
        "Talks &amp;amp; more | Talks & more",
        "Talks &amp;amp;amp; more | Talks & more",
        "<![CDATA[Israel&#8217;s &quot;offer&quot;]]> | Israel’s \"offer\"",
        "Israel&rsquo;s offer | Israel’s offer",
        "R&D & AT&T | R&D & AT&T",
        "Up to 5 < 6 km | Up to 5 < 6 km",
        "Talks&nbsp; &#160;resume | Talks resume",
        "&unknown; stays | &unknown; stays",
        "&#150; dash | – dash",
        "a&#0;b&#x1F;c | abc",
        "&lt;script&gt;alert(1)&lt;/script&gt;Talks | Talks",
      })
  void takesATitleForPlainText(String written, String title) {
    assertThat(entryOfRss("<title>" + written + "</title>").title()).isEqualTo(title);
  }

  @Test
  void findsALinkWhereverItIs() {
    assertThat(entryOfRss("<link> /a/b?c=d </link>").link())
        .isEqualTo("https://feeds.example.org/a/b?c=d");
    assertThat(entryOfRss("<link>?p=7</link>").link())
        .isEqualTo("https://feeds.example.org/world/feed.xml?p=7");
    assertThat(entryOfRss("<link>//example.net/a</link>").link())
        .isEqualTo("https://example.net/a");
    assertThat(entryOfRss("<link>www.example.net/a</link>").link())
        .isEqualTo("http://www.example.net/a");
    assertThat(entryOfRss("<link>https://example.org/a b|c</link>").link())
        .isEqualTo("https://example.org/a%20b%7Cc");
    assertThat(entryOfRss("<link>https://example.org/мир</link>").link())
        .isEqualTo("https://example.org/мир");
    assertThat(entryOfRss("<guid>https://example.org/g</guid>").link())
        .isEqualTo("https://example.org/g");
    assertThat(entryOfRss("<guid isPermaLink='false'>https://example.org/g</guid>").link())
        .isNull();
    assertThat(entryOfRss("<atom:link href='https://example.org/l'/>").link())
        .isEqualTo("https://example.org/l");
    assertThat(
            entryOfRss(
                    "<link>https://feedproxy.example/1</link>"
                        + "<feedburner:origLink>https://example.org/1</feedburner:origLink>")
                .link())
        .isEqualTo("https://example.org/1");
    assertThat(entryOfRss("<link>javascript:alert(1)</link>").link()).isNull();
    assertThat(entryOfRss("<link>mailto:a@example.org</link>").link()).isNull();
    assertThat(entryOfRss("<link>http://</link>").link()).isNull();
    assertThat(entryOfRss("<link></link>").link()).isNull();
  }

  @Test
  void resolvesAnItemsLinkAgainstTheSiteAndXmlBaseBeforeIt() {
    FeedDocument feed =
        read(
            """
            <rss version="2.0"><channel><link>https://www.example.com/news/</link>
            <item><link>a</link></item>
            <item xml:base="https://cdn.example.com/x/"><link>b</link></item>
            </channel></rss>
            """);
    assertThat(feed.entries())
        .extracting(FeedEntry::link)
        .containsExactly("https://www.example.com/news/a", "https://cdn.example.com/x/b");
  }

  /// Found by random bytes: no URL that the JDK knows, in a place where others are relative to it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ex\u0085ample.org/",
        "https://ex\u00A0ample.org/",
        "https://ex\u00ADample.org/",
        "https://ex%zzample.org:port/",
        "https://[::1/",
        "https://user@:80/",
        "http://a:b:c/",
      })
  void standsASiteWhoseAddressIsNone(String site) {
    FeedDocument feed =
        read(
            "<rss version='2.0' xml:base='"
                + site
                + "'><channel><link>"
                + site
                + "</link><item><link>a</link><title>Good</title></item></channel></rss>");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("Good");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<author>ada@example.org (Ada Example)</author> | Ada Example",
        "<author>Ada Example &lt;ada@example.org&gt;</author> | Ada Example",
        "<author>ada@example.org</author> | ada@example.org",
        "<author><name>Ada</name><email>ada@example.org</email></author> | Ada",
        "<dc:creator>Ada</dc:creator><dc:creator>Ben</dc:creator> | Ada, Ben",
        "<author></author><itunes:author>Ada</itunes:author> | Ada",
      })
  void findsTheAuthor(String written, String author) {
    assertThat(entryOfRss(written).author()).isEqualTo(author);
  }

  @Test
  void takesTheFullerOfContentAndSummary() {
    assertThat(
            entryOfRss(
                    "<description>A longer text</description><content:encoded>A</content:encoded>")
                .html())
        .isEqualTo("A longer text");
    assertThat(entryOfAtom("<summary>A</summary><content>A longer text</content>").html())
        .isEqualTo("A longer text");
    assertThat(entryOfRss("<atom:summary>Only this</atom:summary>").html()).isEqualTo("Only this");
    assertThat(entryOfRss("<title>None</title>").html()).isEmpty();
  }

  @Test
  void takesADateFromWhereItIsReadable() {
    assertThat(entryOfRss("<pubDate>031231</pubDate><dc:date>2026-03-10</dc:date>").publishedAt())
        .isEqualTo("2026-03-10T00:00:00Z");
    assertThat(entryOfRss("<pubdate>2026-03-10</pubdate>").publishedAt())
        .isEqualTo("2026-03-10T00:00:00Z");
    assertThat(entryOfRss("<atom:updated>2026-03-10</atom:updated>").updatedAt())
        .isEqualTo("2026-03-10T00:00:00Z");
    assertThat(entryOfRss("<pubDate>031231</pubDate>").publishedAt()).isNull();
  }

  @Test
  void readsHintsAndPassesOverBadOnes() {
    FeedDocument feed =
        read(
            """
            <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
              <ttl> 90 </ttl>
              <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
              <skipHours><hour>0</hour><hour>23</hour><hour>24</hour><hour>25</hour><hour>noon</hour></skipHours>
              <skipDays><day>Sunday</day><day>sat</day></skipDays>
            </channel></rss>
            """);
    assertThat(feed.hints())
        .isEqualTo(
            new Hints(
                Duration.ofMinutes(90),
                Duration.ofHours(6),
                Set.of(0, 23),
                Set.of(DayOfWeek.SUNDAY)));
    assertThat(
            read("<rss><channel><ttl>-5</ttl><sy:updatePeriod>often</sy:updatePeriod>"
                    + "<sy:updateFrequency>0</sy:updateFrequency></channel></rss>")
                .hints())
        .isEqualTo(Hints.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<skipHours><hour>noon</hour></skipHours>",
        "<cloud domain='x' port='eighty' path='/'/>",
        "<image><url>x</url><width>wide</width></image>",
        "<textInput/>",
        "<item><media:restriction relationship='maybe'>x</media:restriction></item>",
        "<item><slash:hit_parade>a,b</slash:hit_parade></item>",
        "<item><enclosure length='big' url='::'/></item>",
        "<item><category domain='&amp;'/><source/></item>",
        "<item><georss:point>north</georss:point></item>",
        "<item><thr:total>many</thr:total></item>",
      })
  void oneBadOptionalElementLosesNothing(String bad) {
    FeedDocument feed =
        read(
            "<rss version='2.0'><channel>"
                + bad
                + "<item><title>Good</title></item></channel></rss>");
    assertThat(feed.entries().getLast().title()).isEqualTo("Good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n  <!-- first --> <rss version='2.0'><channel><item><title>Good</title></item></channel></rss>",
        "Warning: mysql_connect()\n<rss version='2.0'><channel><item><title>Good</title></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>Good</title></item></channel></rss>\n<script>x</script>",
        "<rss version='9.9'><channel><item><title>Good</title></item></channel></rss>",
        "<rss><channel><item><title>Good</title></item></channel></rss>",
        "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><item><title>Good</title></item></channel></rss>",
        "<rss version='2.0' xmlns='http://www.w3.org/2005/Atom'><channel><item><title>Good</title></item></channel></rss>",
        "<rss version='2.0'><channel/><item><title>Good</title></item></rss>",
        "<rss version='2.0'><item><title>Good</title></item></rss>",
        "<RSS version='2.0'><Channel><Item><Title>Good</Title></Item></Channel></RSS>",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><item><title>Good</title></item></channel></rss>",
        "<feed><entry><title>Good</title></entry></feed>",
        "<feed xmlns='HTTP://www.w3.org/2005/ATOM/'><entry><title>Good</title></entry></feed>",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Good</a:title></a:entry></a:feed>",
        "<rss version=2.0 version='2.0'><channel><item><title\n>Good</title\n></item></channel></rss>",
        "<rss xmlns:x=' urn:x ' version='2.0'><channel><item><title>Good</title><y:z q:r='1'/></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>Go\u0008od</title></item></channel></rss>",
      })
  void readsWhatIsNearlyRight(String xml) {
    assertThat(read(xml).entries()).extracting(FeedEntry::title).containsExactly("Good");
  }

  @Test
  void tellsAnEditedEntryFromTheSameOne() {
    String same = entryOfRss("<title>A</title><description>b</description>").sha256();
    assertThat(entryOfRss("<title>A</title> <description>b</description>").sha256())
        .isEqualTo(same);
    assertThat(entryOfRss("<title>A</title><description>c</description>").sha256())
        .isNotEqualTo(same)
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "' \n ' | is empty",
        "<rss><channel><item><title>A</title></channel></rss> | line 1: the tag 'item' is not closed",
        "<rss><channel> | line 1: the feed breaks off",
        "{\"version\": \"https://jsonfeed.org/version/1.1\"} | is JSON, not RSS or Atom",
        "Not found | is not XML: it starts with 'Not found'",
        "<opml><body/></opml> | is an OPML list of feeds, not a feed; import it",
        "<urlset/> | is a sitemap, not a feed",
        "<error/> | is XML, but not a feed: its root is 'error'",
        "<!doctype html><p>Hello | is an HTML page, not a feed",
        "<?xml version='1.0'?><html/> | is an HTML page, not a feed",
      })
  void saysWhatABodyIsThatIsNoFeed(String body, String reason) {
    assertThat(reason(body)).isEqualTo(reason);
  }

  @Test
  void countsLinesAsTheyAreInTheFeed() {
    String feed =
        "<?xml version='1.0'?>\n<!-- two\nlines -->\n<!DOCTYPE rss [\n<!ENTITY a 'b'>\n]>\n<rss>\n<channel>\n</rss>";
    assertThat(reason(feed)).isEqualTo("line 9: the tag 'channel' is not closed");
  }

  @Test
  void namesTheFeedThatAPageLinks() {
    String page =
        "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>";
    assertThat(reading(page))
        .isEqualTo(
            new FeedReading.Unreadable(
                "is an HTML page, not a feed; it links the feed https://feeds.example.org/rss",
                true));
  }

  @Test
  void readsAFeedWithoutEntries() {
    assertThat(read("<rss version='2.0'><channel><title>A</title></channel></rss>").entries())
        .isEqualTo(List.of());
  }
}
