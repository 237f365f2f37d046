package org.parley.ingest.feed.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ingest.feed.poll.ConditionalGet.Ask;
import org.parley.ingest.feed.poll.Fetched.Reach;
import org.parley.ingest.schedule.HostGates;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;
import org.parley.testkit.Answer;
import org.parley.testkit.LoopbackTls;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Received;
import org.parley.testkit.Reply;
import org.parley.testkit.WebhookReceiver;

class ConditionalGetTest {
  private final WebhookReceiver server = WebhookReceiver.answering();
  private final URI url = server.uri("/feed");
  private final GuardedHttp http = open(List.of("loopback"));

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void asksWithValidatorsAndSaysWhoItIs() throws Exception {
    server.script(Answer.status(304).with("Cache-Control", "public, max-age=\"600\""));
    Fetched fetched = get(new Ask(url, "W/\"1\"", "Sun, 01 Mar 2026 09:00:00 GMT"));
    assertThat(fetched).isEqualTo(new Fetched.Unchanged(Duration.ofMinutes(10), null));
    Received request = server.received().getFirst();
    assertThat(request.header("If-None-Match")).contains("W/\"1\"");
    assertThat(request.header("If-Modified-Since")).contains("Sun, 01 Mar 2026 09:00:00 GMT");
    assertThat(request.header("User-Agent").orElse("")).startsWith("Parley/");
    assertThat(request.header("Accept").orElse("")).contains("application/rss+xml");
    assertThat(request.header("Accept-Encoding")).contains("gzip, deflate");
  }

  @Test
  void asksForEverythingWithoutValidators() throws Exception {
    server.script(
        Answer.ok()
            .with("ETag", "\"2\"")
            .with("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT")
            .with("Content-Type", "text/xml")
            .saying("<rss/>"));
    Fetched.Body body = (Fetched.Body) get(new Ask(url, null, null));
    assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
    assertThat(body.etag()).isEqualTo("\"2\"");
    assertThat(body.lastModified()).isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
    assertThat(body.contentType()).isEqualTo("text/xml");
    assertThat(body.movedTo()).isNull();
    Received request = server.received().getFirst();
    assertThat(request.header("If-None-Match")).isEmpty();
    assertThat(request.header("If-Modified-Since")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "301, 301, true",
    "308, 308, true",
    "301, 308, true",
    "301, 302, false",
    "302, 301, false",
    "307, 307, false",
    "303, 301, false"
  })
  void movesOnlyWhenTheWholeChainIsPermanent(int first, int second, boolean moved)
      throws Exception {
    server.script(
        Answer.status(first).with("Location", "next?a=b#c"),
        Answer.status(second).with("Location", server.uri("/there").toString()),
        Answer.ok().saying("<rss/>"));
    Fetched.Body body = (Fetched.Body) get(new Ask(url, "\"1\"", null));
    assertThat(body.url()).isEqualTo(server.uri("/there"));
    assertThat(body.movedTo()).isEqualTo(moved ? server.uri("/there") : null);
    assertThat(server.received())
        .extracting(Received::path)
        .containsExactly("/feed", "/next?a=b", "/there");
  }

  @Test
  void endsAChainThatDoesNotEnd() throws Exception {
    server.script(Answer.status(301).with("Location", "/feed"));
    assertThat(get(new Ask(url, null, null)))
        .isEqualTo(new Fetched.Failed("redirects more than 5 times", Reach.HOST));
    assertThat(server.received()).hasSize(6);
  }

  @Test
  void checksEveryHopOfARedirect() throws Exception {
    server.script(Answer.status(302).with("Location", "http://10.0.0.7/feed"));
    assertThat(get(new Ask(url, null, null)))
        .isInstanceOfSatisfying(
            Fetched.Failed.class,
            failed -> {
              assertThat(failed.problem())
                  .startsWith("is at an address that is not polled")
                  .contains("10.0.0.7");
              assertThat(failed.reach()).isEqualTo(Reach.UNSENT);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://", "http://[", "mailto:desk@example.org"})
  void takesARedirectToNowhereForTheAnswer(String location) throws Exception {
    server.script(Answer.status(302).with("Location", location));
    assertThat(get(new Ask(url, null, null)))
        .isEqualTo(new Fetched.Failed("answered 302", Reach.HOST));
  }

  @ParameterizedTest
  @CsvSource({
    "429, 120, 120",
    "503, 'Sun, 01 Mar 2026 13:00:00 GMT', 3600",
    "503, 999999999, 86400",
    "429, , ",
    "503, soon, "
  })
  void hearsWhoAsksForQuiet(int status, @Nullable String after, @Nullable Long seconds)
      throws Exception {
    Reply reply = Answer.status(status);
    server.script(after == null ? reply : reply.with("Retry-After", after));
    assertThat(get(new Ask(url, null, null)))
        .isEqualTo(
            new Fetched.Busy(
                "answered " + status,
                "127.0.0.1",
                seconds == null ? null : ManualClock.START.plusSeconds(seconds)));
  }

  @Test
  void knowsThatAFeedIsGone() throws Exception {
    server.script(Answer.status(410));
    assertThat(get(new Ask(url, null, null))).isEqualTo(new Fetched.Gone());
  }

  @Test
  void doesNotBelieveAnUnaskedNotModified() throws Exception {
    server.script(Answer.status(304));
    assertThat(get(new Ask(url, null, null)))
        .isEqualTo(new Fetched.Failed("answered 304", Reach.HOST));
  }

  @Test
  void readsNoMoreThanTenMegabytesHoweverWellTheyArePacked() throws Exception {
    server.script(Answer.gzipBomb(200L * 1024 * 1024));
    assertThat(get(new Ask(url, null, null)))
        .isEqualTo(new Fetched.Failed("gave 10 MB and more", Reach.HOST));
  }

  @Test
  void cutsOffAnAnswerAtItsDeadline() throws Exception {
    server.script(Answer.drippingBody());
    assertThat(get(new Ask(url, null, null)))
        .isInstanceOfSatisfying(
            Fetched.Failed.class,
            failed -> {
              assertThat(failed.problem()).startsWith("did not answer in time");
              assertThat(failed.reach()).isEqualTo(Reach.HOST);
            });
  }

  @Test
  void tellsAHostThatIsNotThere() throws Exception {
    URI closed;
    try (var gone = WebhookReceiver.answering()) {
      closed = gone.uri("/");
    }
    assertThat(get(new Ask(closed, null, null)))
        .isEqualTo(new Fetched.Failed("is at a host that refuses connections", Reach.NOWHERE));
    assertThat(get(new Ask(URI.create("http://no-such-host.invalid/"), null, null)))
        .isEqualTo(
            new Fetched.Failed("has a host without an address; check the name", Reach.NOWHERE));
  }

  @Test
  void saysInPlainWordsWhatIsWrongWithACertificate(@TempDir Path folder) throws Exception {
    LoopbackTls tls = LoopbackTls.in(folder);
    assertThat(problemWith(tls.expired(), tls.client()))
        .isEqualTo("has a certificate that expired");
    assertThat(problemWith(tls.otherHost(), tls.client()))
        .isEqualTo("has a certificate for another host");
    assertThat(problemWith(tls.server(), SSLContext.getDefault()))
        .isEqualTo("has a certificate that nobody known has signed");
  }

  private static String problemWith(SSLContext served, SSLContext trusted) throws Exception {
    var settings = GuardedHttp.Settings.of(AddressPolicy.allowing(List.of("loopback")));
    try (var encrypted = WebhookReceiver.encrypted(served);
        GuardedHttp client = GuardedHttp.open(settings.withTls(trusted))) {
      Fetched fetched = get(client, new Ask(encrypted.uri("/"), null, null));
      return fetched instanceof Fetched.Failed(String problem, var _)
          ? problem
          : "none: " + fetched;
    }
  }

  @Test
  void goesToAPrivateAddressOnlyWhenTheOperatorAllowsIt() throws Exception {
    try (GuardedHttp strict = open(List.of())) {
      assertThat(get(strict, new Ask(url, null, null)))
          .isInstanceOfSatisfying(
              Fetched.Failed.class,
              failed -> assertThat(failed.problem()).contains("is not polled", "127.0.0.1"));
    }
    assertThat(server.received()).isEmpty();
  }

  private Fetched get(Ask ask) throws InterruptedException {
    return get(http, ask);
  }

  private static Fetched get(GuardedHttp http, Ask ask) throws InterruptedException {
    var get =
        new ConditionalGet(http, new HostGates(4), Duration.ofSeconds(5), ManualClock.create());
    return get.get(ask, Function.identity());
  }

  private static GuardedHttp open(List<String> allowed) {
    return GuardedHttp.open(AddressPolicy.allowing(allowed));
  }
}
