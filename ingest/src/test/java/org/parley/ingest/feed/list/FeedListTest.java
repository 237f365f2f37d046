package org.parley.ingest.feed.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListTest {
  @Test
  void readsOneUrlALine() {
    FeedList list =
        FeedList.of(
            "feeds.txt",
            """
            # world
            https://Example.org/rss   # the main one

            feed://example.net/atom
            https://example.org/a#b
            """);
    assertThat(list.problems()).isEmpty();
    assertThat(list.feeds())
        .containsExactly(
            new ListedFeed("https://example.org/rss", null, List.of(), 2),
            new ListedFeed("http://example.net/atom", null, List.of(), 4),
            new ListedFeed("https://example.org/a", null, List.of(), 5));
  }

  @Test
  void namesFileAndLineOfEveryMistakeAndReadsTheRest() {
    FeedList list =
        FeedList.of(
            "feeds.txt",
            "example.org/rss\r\nhttps://example.org/1\r\nftp://example.org/2\r\n\r\nhttps://example.org/1\r\n");
    assertThat(list.feeds()).extracting(ListedFeed::url).containsExactly("https://example.org/1");
    assertThat(list.problems())
        .containsExactly(
            "feeds.txt:1: url 'example.org/rss' must be http:// or https:// with a host and without a password;"
                + " write the feed's whole address",
            "feeds.txt:3: url 'ftp://example.org/2' must be http:// or https:// with a host and without a password;"
                + " write the feed's whole address",
            "feeds.txt:5: 'https://example.org/1' is listed on line 2 already; remove one of them");
  }

  @Test
  void readsOpmlWithItsHeadings() {
    FeedList list =
        FeedList.of(
            "feeds.opml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="World">
                <outline text="Africa" title="Africa!">
                  <outline type="rss" text="A &amp; B" xmlUrl="https://example.org/a"/>
                </outline>
                <OUTLINE TITLE="C" xmlurl="https://example.org/c"></OUTLINE>
              </outline>
              <outline xmlUrl="https://example.org/d"/>
              <outline type="link" text="A page" url="https://example.org/page"/>
              <outline type="rss" text="Lost"/>
              <outline type="rss" text="Bad" xmlUrl="example"/>
            </body></opml>
            """);
    assertThat(list.feeds())
        .containsExactly(
            new ListedFeed("https://example.org/a", "A & B", List.of("World", "Africa!"), 6),
            new ListedFeed("https://example.org/c", "C", List.of("World"), 8),
            new ListedFeed("https://example.org/d", null, List.of(), 10));
    assertThat(list.problems())
        .containsExactly(
            "feeds.opml:12: the outline 'Lost' has no xmlUrl; add the feed's address, or remove it",
            "feeds.opml:13: url 'example' must be http:// or https:// with a host and without a password;"
                + " write the feed's whole address");
  }

  @Test
  void saysWhenThereIsNothingInIt() {
    assertThat(FeedList.of("a.txt", "# none\n").problems())
        .containsExactly("a.txt:1: no feed in it; write one URL on each line, or OPML");
    assertThat(FeedList.of("a.html", "<html><p>x").problems())
        .containsExactly(
            "a.html:1: neither OPML nor a list of URLs; an OPML file has <outline> elements");
  }

  @Test
  void readsOpmlThatBreaksOff() {
    assertThat(
            FeedList.of(
                    "a.opml",
                    "<opml><body><outline text='W'><outline xmlUrl='https://example.org/a'>")
                .feeds())
        .containsExactly(new ListedFeed("https://example.org/a", null, List.of("W"), 1));
  }

  @Test
  void writesWhatItReads() {
    List<ListedFeed> feeds =
        List.of(
            new ListedFeed(
                "https://example.org/a?b=c&d=e",
                "A \"quoted\" <b> & é",
                List.of("World", "Africa"),
                1),
            new ListedFeed("https://example.org/x", null, List.of(), 1),
            new ListedFeed("https://example.org/b", "B", List.of("World"), 1));
    String opml = Opml.write("Mine & yours", feeds);
    assertThat(opml)
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">");
    FeedList again = FeedList.of("again", opml);
    assertThat(again.problems()).isEmpty();
    assertThat(again.feeds())
        .extracting(ListedFeed::url, f -> String.valueOf(f.title()), ListedFeed::groups)
        .containsExactly(
            tuple(
                "https://example.org/a?b=c&d=e",
                "A \"quoted\" <b> & é",
                List.of("World", "Africa")),
            tuple("https://example.org/b", "B", List.of("World")),
            tuple("https://example.org/x", "null", List.of()));
    assertThat(Opml.write("Mine & yours", again.feeds())).isEqualTo(opml);
  }

  @Test
  void readsAFileInWhicheverEncodingAndRefusesALargeOne(@TempDir Path folder) throws IOException {
    Path opml =
        Files.write(
            folder.resolve("a.opml"),
            "\uFEFF<opml><outline text='Мир' xmlUrl='https://example.org/a'/></opml>"
                .getBytes(StandardCharsets.UTF_16LE));
    assertThat(FeedList.read(opml).feeds()).extracting(ListedFeed::title).containsExactly("Мир");
    Path large = Files.write(folder.resolve("large"), new byte[10 * 1024 * 1024 + 1]);
    assertThat(FeedList.read(large).problems())
        .containsExactly(large + ": is over the limit of 10 MB; split it");
  }

  @Test
  void theFeedsThatShipAreAListWithoutMistakesThatSaysItWasNotTried() throws IOException {
    Path shipped = Path.of("../seeds/feeds.opml");
    FeedList list = FeedList.read(shipped);
    assertThat(list.problems()).isEmpty();
    assertThat(list.feeds()).hasSizeGreaterThanOrEqualTo(40).allMatch(f -> !f.groups().isEmpty());
    assertThat(Files.readString(shipped)).contains("addresses were not tried");
  }
}
