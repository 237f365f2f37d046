package org.parley.ingest.feed.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ingest.feed.entry.EntryIdentity;
import org.parley.ingest.feed.entry.EntryReader;

class HostileFeedsTest {
  private static final URI URL = URI.create("https://feeds.example.org/feed.xml");

  private static FeedReading read(String body) {
    return new FeedReader().read(body.getBytes(StandardCharsets.UTF_8), null, URL);
  }

  private static FeedDocument document(String body) {
    return switch (read(body)) {
      case FeedReading.Read read -> read.document();
      case FeedReading.Unreadable none -> throw new AssertionError(none.reason());
    };
  }

  private static String feed(String doctype, String title) {
    return doctype
        + "<rss version='2.0'><channel><item><title>"
        + title
        + "</title></item></channel></rss>";
  }

  @Test
  void includesNoFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
    String doctype = "<!DOCTYPE rss [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";
    assertThat(document(feed(doctype, "A &x; B")).entries().getFirst().title())
        .isEqualTo("A &x; B");
  }

  @Test
  void fetchesNothing() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (String doctype :
          new String[] {
            "<!DOCTYPE rss SYSTEM '" + address + "'>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM '" + address + "'> %p;]>",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM '" + address + "'>]>",
            "<?xml-stylesheet href='" + address + "'?>",
          }) {
        assertThat(document(feed(doctype, "A &x;")).entries()).hasSize(1);
      }
      server.setSoTimeout(1);
      assertThat(catchThrowable(server::accept)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void expandsNothing() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 'lol'>");
    for (int i = 1; i <= 20; i++) {
      String ten = ("&l" + (i - 1) + ";").repeat(10);
      laughs.append("<!ENTITY l").append(i).append(" '").append(ten).append("'>");
    }
    assertThat(document(feed(laughs + "]>", "&l20;")).entries().getFirst().title())
        .isEqualTo("&l20;");
    assertThat(
            document(
                    feed(
                        "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(1_000_000) + "'>]>",
                        "&a;".repeat(1000)))
                .entries())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY x \"]>\">",
        "<!DOCTYPE",
        "<!DOCTYPE rss [",
        "<!DOCTYPE rss []><!DOCTYPE rss [<!ENTITY x 'y'>]>",
        "<!-- <!DOCTYPE rss [<!ENTITY x 'y'>]> -->",
      })
  void standsOddDoctypes(String doctype) {
    switch (read(feed(doctype, "A &x;"))) {
      case FeedReading.Read read ->
          assertThat(read.document().entries().getFirst().title()).isEqualTo("A &x;");
      case FeedReading.Unreadable none -> assertThat(none.reason()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 10_000, 1_000_000})
  void refusesDeepNesting(int depth) {
    String deep = feed("", "<b>".repeat(depth - 4) + "</b>".repeat(depth - 4));
    assertThat(read(deep))
        .isEqualTo(
            new FeedReading.Unreadable("is nested " + depth + " levels deep; 100 are read", false));
  }

  @Test
  void countsEntriesOverTheLimitAndLeavesThemOut() {
    String item = "<item><title>Talks</title><guid>g</guid></item>";
    FeedDocument document =
        document("<rss version='2.0'><channel>" + item.repeat(100_000) + "</channel></rss>");
    assertThat(document.entries()).hasSize(FeedReader.MAX_ENTRIES);
    assertThat(document.omitted()).isEqualTo(90_000);
  }

  @Test
  void readsTenMegabytesAndRefusesMore() {
    String start = "<rss version='2.0'><channel><item><title>Talks</title><description>";
    String end = "</description></item></channel></rss>";
    String words = "&lt;p&gt;Talks &amp;amp; more.&lt;/p&gt; ";
    String text = words.repeat((FeedReader.MAX_BYTES - 200) / words.length());
    assertThat(document(start + text + end).entries().getFirst().html())
        .startsWith("<p>Talks &amp; more.</p>");
    byte[] tooLong = new byte[FeedReader.MAX_BYTES + 1];
    Arrays.fill(tooLong, (byte) ' ');
    assertThat(new FeedReader().read(tooLong, null, URL))
        .isEqualTo(new FeedReading.Unreadable("is longer than the limit of 10 MB", false));
  }

  @Test
  void standsOneTagOfTenMegabytes() {
    assertThat(read("<rss a='" + "x".repeat(9_000_000) + "'><channel/></rss>"))
        .isInstanceOf(FeedReading.Read.class);
    assertThat(read("<".repeat(9_000_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("<a ".repeat(3_000_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("&".repeat(9_000_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("<rss>" + "&a".repeat(1_000_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("<rss><![CDATA[".repeat(500_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("<rss>" + "<!--".repeat(500_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("<rss>" + "<!x".repeat(500_000))).isInstanceOf(FeedReading.Unreadable.class);
    assertThat(read("<rss>" + "<a b=\"".repeat(500_000)))
        .isInstanceOf(FeedReading.Unreadable.class);
  }

  @Test
  void neverFailsWhateverTheBytes() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    byte[] feed =
        ("<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                + "<channel><title>A &amp; B</title><link>https://example.org</link><item><title>T <b>x</b></title>"
                + "<link>/a?b=c</link><guid isPermaLink='true'>https://example.org/1</guid><pubDate>Tue, 10 Mar 2026 08:30:00 +0100"
                + "</pubDate><dc:creator>a@b.c (D)</dc:creator><description><![CDATA[<p>x</p>]]></description></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    FeedReader reader = new FeedReader();
    EntryReader entries = new EntryReader();
    for (int round = 0; round < 2_000; round++) {
      byte[] body = feed.clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        body[random.nextInt(body.length)] =
            random.nextBoolean() ? (byte) random.nextInt(256) : feed[random.nextInt(feed.length)];
      }
      int length = random.nextInt(10) == 0 ? random.nextInt(body.length) : body.length;
      switch (reader.read(Arrays.copyOf(body, length), null, URL)) {
        case FeedReading.Read(FeedDocument document) -> {
          List<EntryIdentity> identities = EntryIdentity.of(document.entries());
          for (int i = 0; i < identities.size(); i++) {
            assertThat(entries.read(document.entries().get(i), identities.get(i), URL)).isNotNull();
          }
        }
        case FeedReading.Unreadable none ->
            assertThat(none.reason())
                .isNotBlank()
                .doesNotContain("\n", "Exception")
                .hasSizeLessThan(300);
      }
    }
  }
}
