package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.EntryState;
import org.parley.contract.FeedState;
import org.parley.contract.Json;
import org.parley.contract.SourceState;
import org.parley.testkit.Answer;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Reply;
import org.parley.testkit.TestWorld;
import org.parley.testkit.WebhookReceiver;

@ExtendWith(BrokerExtension.class)
class FeedCommandTest {
  private static final String URL = "https://news.example.org/feed.xml";
  private static final Instant THEN = Instant.parse("2024-11-26T12:00:00Z");
  private static final String RSS =
      """
      <rss version="2.0"><channel><title>Talks Today</title><link>https://e.org/</link>
      <description>x</description>
      <item><title>One</title><link>https://e.org/1</link></item>
      <item><title>Two</title><link>https://e.org/2</link></item>
      </channel></rss>
      """;

  @TempDir Path dir;

  private TestWorld kafka;

  @BeforeEach
  void topics(TestWorld kafka) {
    this.kafka = kafka;
    kafka.createTopics();
  }

  private CommandLineRun feed(String... arguments) {
    List<String> all = new ArrayList<>(List.of("feed"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    all.addAll(List.of("--prefix", kafka.world().prefix()));
    all.addAll(List.of("--set", "feeds.allow=127.0.0.1/32"));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private void fares(@Nullable String problem, int failures) {
    var state =
        new FeedState(
            FeedState.Status.ACTIVE,
            "Talks Today",
            null,
            "\"tag\"",
            null,
            new FeedState.Hints(null, List.of(3), List.of("SUNDAY")),
            THEN,
            THEN,
            THEN.plusSeconds(60),
            failures,
            problem,
            20,
            null);
    kafka.write(
        kafka.world().sources(),
        SourceState.key(URL, null),
        new SourceState("example.org", URL, null, "", null, 0, null, THEN, state, null));
  }

  private void entry(String key, Instant at) {
    kafka.write(
        kafka.world().sources(),
        URL + "#" + key,
        new SourceState(
            "example.org",
            URL,
            key,
            "",
            "article",
            2,
            "hash",
            at,
            null,
            new EntryState(key, "https://news.example.org/" + key, null, null)));
  }

  @Test
  void addsListsAndRemoves() {
    CommandLineRun added = feed("add", "HTTPS://News.example.org:443/feed.xml", "--every", "5m");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    assertThat(added.out()).containsExactly("added: " + URL);
    assertThat(feed("add", URL).out()).containsExactly("known already: " + URL);
    assertThat(feed("add", URL, "--every", "7m").out()).containsExactly("changed: " + URL);
    assertThat(feed("list").out()).containsExactly("new     " + URL + ": not polled yet");
    assertThat(feed("list", "--problems").said()).containsExactly("no feed is in trouble");
    assertThat(feed("remove", URL).out()).containsExactly(URL + " is polled no more");
    CommandLineRun gone = feed("remove", URL);
    assertThat(gone.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(gone.said()).singleElement().asString().contains(URL, "parley feed list");
    assertThat(feed("list").said()).containsExactly("no feeds; `parley feed add URL` adds one");
  }

  @Test
  void saysHowAFeedFares() throws JsonProcessingException {
    feed("add", URL);
    fares("answered 503", 4);
    assertThat(feed("list", "--problems").out())
        .singleElement()
        .asString()
        .startsWith("failing " + URL + " (Talks Today): answered 503 (4 in a row), answered ");
    JsonNode line = Json.MAPPER.readTree(feed("list", "--json").out().getFirst());
    assertThat(line.at("/health/condition").asText()).isEqualTo("FAILING");
    fares(null, 0);
    assertThat(feed("list").out()).singleElement().asString().startsWith("ok      " + URL);
  }

  @Test
  void showsEverythingAndTheLatestEntriesFirst() throws JsonProcessingException {
    feed("add", URL, "--title", "My talks");
    fares(null, 0);
    entry("old", THEN);
    entry("new", THEN.plusSeconds(60));
    CommandLineRun run = feed("show", URL);
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out())
        .contains("title       My talks", "etag        \"tag\"", "skip hours  [3]")
        .anyMatch(line -> line.startsWith("entry       2024-11-26T12:01:00Z"));
    assertThat(run.out().getLast()).contains("https://news.example.org/old revision 2");
    JsonNode whole = Json.MAPPER.readTree(feed("show", URL, "--json", "-n", "1").out().getFirst());
    assertThat(whole.path("entries")).hasSize(1);
    assertThat(whole.at("/entries/0/entry").asText()).isEqualTo("new");
    assertThat(feed("show", "https://else.example/").exitCode())
        .isEqualTo(ExitCode.BAD_DATA.number());
  }

  @Test
  void checksWhatIsThereBeforeItAdds() {
    Reply page =
        Answer.ok()
            .with("Content-Type", "text/html")
            .saying(
                "<html><head><title>News</title><link rel='alternate' type='application/rss+xml'"
                    + " href='/real.xml'></head><body><p>Hello</p></body></html>");
    try (var site =
        WebhookReceiver.answering(
            Answer.redirect(URI.create("/feed")),
            Answer.ok().with("Content-Type", "application/rss+xml").saying(RSS),
            page)) {
      String url = site.uri("/a").toString();
      CommandLineRun feed = feed("add", url, "--check");
      assertThat(feed.exitCode()).as(feed.everything()).isZero();
      assertThat(feed.out().getFirst())
          .isEqualTo(url + ": Talks Today, 2 entries, at " + site.uri("/feed"));
      CommandLineRun html = feed("add", site.uri("/b").toString(), "--check");
      assertThat(html.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
      assertThat(html.said().getFirst())
          .contains("/b is an HTML page, not a feed", "it links the feed " + site.uri("/real.xml"));
      assertThat(feed("list").out()).hasSize(1);
    }
  }

  @Test
  void importsWhatItExportsAndSaysOfEachWhatBecameOfIt() throws IOException {
    Path list = dir.resolve("feeds.txt");
    Files.writeString(list, "# desks\n" + URL + "\nhttps://b.example/feed\ngopher://old/\n");
    feed("add", URL, "--title", "My talks");
    CommandLineRun run = feed("import", list.toString());
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.PARTLY.number());
    assertThat(run.out()).containsExactly("known already: " + URL, "added: https://b.example/feed");
    assertThat(run.said().getFirst()).startsWith("parley: refused: " + list + ":4: ");
    assertThat(run.said()).contains(list + ": 1 added, 1 known already, 1 refused");

    Path opml = dir.resolve("feeds.opml");
    assertThat(feed("export", opml.toString()).exitCode()).isZero();
    assertThat(Files.readString(opml))
        .isEqualTo(String.join("\n", feed("export").out()) + "\n")
        .contains("xmlUrl=\"" + URL + "\"", "text=\"My talks\"");
    feed("remove", URL);
    CommandLineRun again = feed("import", opml.toString());
    assertThat(again.exitCode()).as(again.everything()).isZero();
    assertThat(again.out()).contains("added: " + URL + " (My talks)");
    assertThat(feed("list").out()).hasSize(2);
  }

  @Test
  void aListThatCannotBeReadOrHoldsNoFeedIsNamed() throws IOException {
    CommandLineRun missing = feed("import", dir.resolve("nowhere.opml").toString());
    assertThat(missing.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    Path empty = Files.writeString(dir.resolve("empty.opml"), "<opml><body/></opml>");
    CommandLineRun none = feed("import", empty.toString());
    assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(none.said().getFirst()).contains("empty.opml:1: ");
    CommandLineRun unwritable = feed("export", dir.resolve("no/such/folder.opml").toString());
    assertThat(unwritable.exitCode()).isEqualTo(ExitCode.CANNOT_START.number());
  }

  @Test
  void refusesWhatIsNoAddressAndAddsNothing() {
    CommandLineRun run = feed("add", URL, "gopher://old.example/");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.said()).singleElement().asString().contains("gopher://old.example/", "http");
    assertThat(feed("list").out()).isEmpty();
    assertThat(feed("add", URL, "--every", "often").said())
        .singleElement()
        .asString()
        .contains("15m");
    assertThat(feed("add", URL, URL + "2", "--title", "x").exitCode())
        .isEqualTo(ExitCode.USAGE.number());
  }
}
