package org.parley.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One of each public record, every component filled.
public final class Samples {
  private static final Instant FETCHED = Instant.parse("2026-03-01T09:30:00.125Z");
  private static final Origin ORIGIN =
      new Origin(Origin.Kind.CORPUS, "seeds", "a.txt", "9f86d081884c7d65", "UTF-8");
  private static final String TEXT = "Truce in sight\n\nPeace talks resume in Женева on Monday 🕊.";

  private Samples() {}

  /// By the name of their schema, in the order of the path of an article.
  public static Map<String, Object> all() {
    return Map.ofEntries(
        Map.entry("article", article()),
        Map.entry("source", source()),
        Map.entry("feed", feed()),
        Map.entry("watch", watch()),
        Map.entry("match", match()),
        Map.entry("story", story()),
        Map.entry("member", member()),
        Map.entry("alert", alert()),
        Map.entry("endpoint", endpoint()),
        Map.entry("attempt", attempt()),
        Map.entry("notice", notice()),
        Map.entry("dead-letter", deadLetter()));
  }

  public static Article article() {
    return new Article(
        Ids.article("https://example.org/truce"),
        2,
        ORIGIN,
        "example.org",
        "https://example.org/truce",
        "Truce in sight",
        "Jane Doe",
        Instant.parse("2026-03-01T08:00:00Z"),
        FETCHED,
        "en-gb",
        TEXT,
        16,
        false,
        new TextMap(List.of(new TextMap.Run(0, 7, 14), new TextMap.Run(16, 40, 42))));
  }

  static Mention mention() {
    return new Mention(
        Mention.PEACE_TALKS,
        new Span(16, 27),
        new Span(40, 51),
        new Span(16, 58),
        "Peace talks resume in Женева on Monday 🕊.",
        16,
        Stage.SCHEDULED,
        6,
        false,
        List.of("Ukraine", "Russia"),
        List.of("Switzerland"),
        "Geneva",
        new Mention.When("Monday", LocalDate.of(2026, 3, 2)),
        new Mention.Claim(Mention.Claim.Modality.CONDITIONAL, true, "António Guterres"),
        new Mention.Evidence(
            "strong",
            "Peace talks",
            "peace @talks",
            List.of("war"),
            List.of("resume", "on Monday"),
            List.of(
                new Mention.StageCue("resume", Stage.SCHEDULED, false),
                new Mention.StageCue("resume", Stage.GENERAL, true))));
  }

  static SourceState source() {
    return new SourceState(
        "seeds",
        "seeds",
        "a.txt",
        "9f86d081884c7d65",
        article().articleId(),
        2,
        Ids.text(TEXT),
        FETCHED,
        new FeedState(
            FeedState.Status.ACTIVE,
            "World news",
            "https://example.org/new.xml",
            "W/\"42\"",
            "Sun, 01 Mar 2026 09:00:00 GMT",
            new FeedState.Hints(Duration.ofMinutes(30), List.of(0, 23), List.of("SUNDAY")),
            FETCHED,
            FETCHED.minusSeconds(900),
            FETCHED.plusSeconds(1800),
            1,
            "answered 503",
            20,
            FETCHED.minusSeconds(86_400)),
        new EntryState(
            "tag:example.org,2026:truce",
            "https://example.org/truce",
            Ids.text("Truce in sight"),
            FETCHED));
  }

  static Feed feed() {
    return new Feed("https://example.org/feed.xml", "Example", Duration.ofMinutes(5), FETCHED);
  }

  static Watch watch() {
    return new Watch(
        "black-sea",
        "Black Sea",
        Mention.PEACE_TALKS,
        List.of(Stage.CEASEFIRE, Stage.COLLAPSED),
        List.of("Ukraine", "Russia"),
        List.of("en", "uk"),
        List.of("example.org"),
        2,
        Watch.Breadth.BROAD,
        "fn:maxwidth(8 fn:unordered(grain corridor))",
        Watch.Once.EVENT);
  }

  static Match match() {
    return new Match(
        article().ref(),
        "en",
        Map.of(Mention.PEACE_TALKS, Stage.SCHEDULED),
        List.of(mention()),
        1,
        List.of(
            new Match.WatchHit("black-sea", watch().version(), List.of(0), Watch.Once.EVENT),
            new Match.WatchHit("text-only", "0123456789ab", List.of())),
        Fingerprint.of(new int[] {1, 2, 0xABCDEF, Fingerprint.NUMERIC | 7}, 1, List.of(1, 3), 4),
        List.of(
            new Match.Sentence(new Span(0, 14), "Truce in sight"),
            new Match.Sentence(new Span(16, 58), mention().quote())));
  }

  static Story story() {
    Article opener = article();
    return new Story(
        opener.articleId(),
        3,
        "en",
        Ids.article("https://example.com/first"),
        new Story.Opener(
            opener.articleId(),
            "example.org",
            opener.url(),
            opener.title(),
            opener.publishedAt(),
            FETCHED),
        FETCHED,
        FETCHED.plusSeconds(60),
        List.of(Stage.SCHEDULED, Stage.PROPOSED),
        3,
        2,
        List.of("example.org", "example.net"),
        2);
  }

  static Member member() {
    return new Member(
        article().articleId(),
        2,
        Ids.article("https://example.com/first"),
        "en",
        article().ref(),
        Member.Relation.UPDATE,
        Ids.article("https://example.net/copy"),
        0.8764,
        List.of(new Match.Sentence(new Span(16, 58), mention().quote())),
        1,
        List.of(
            new Member.Told(
                "black-sea", alert().alertId(), 2, List.of("new stage: scheduled", "3 sources"))),
        List.of("text-only"));
  }

  static Alert alert() {
    ArticleRef article = article().ref();
    return new Alert(
        Ids.alert("black-sea", article.articleId()),
        2,
        Alert.Kind.UPDATE,
        List.of("new stage: scheduled", "3 sources"),
        "black-sea",
        watch().version(),
        article.articleId(),
        Ids.article("https://example.com/first"),
        "en",
        Stage.SCHEDULED,
        article,
        List.of(mention()),
        1,
        3,
        List.of("example.org", "example.net", "example.com"),
        3,
        FETCHED);
  }

  static Endpoint endpoint() {
    return new Endpoint(
        "desk",
        "https://desk.example.org/hooks",
        Endpoint.Format.CLOUDEVENTS,
        List.of("env:DESK_SECRET", "file:/run/secrets/desk"),
        List.of(
            new Endpoint.Term(List.of("black-sea"), FETCHED, FETCHED.plusSeconds(3600)),
            new Endpoint.Term(List.of(), FETCHED.plusSeconds(3600), null)),
        Endpoint.Status.PAUSED,
        new Endpoint.Policy(
            List.of(Duration.ZERO, Duration.ofMillis(1500), Duration.ofHours(30)),
            Duration.ofSeconds(15),
            5,
            2.5));
  }

  static Attempt attempt() {
    return new Attempt(
        Ids.delivery(alert().alertId(), 2, "desk"),
        "desk",
        alert().alertId(),
        2,
        3,
        FETCHED,
        Duration.ofMillis(87),
        Outcome.FAILED,
        503,
        "503 Service Unavailable; trying again in 5 minutes",
        "{\"error\": \"busy\"}",
        FETCHED.plusSeconds(300));
  }

  static Notice notice() {
    return new Notice(
        Ids.notice("watch-refused", "black-sea", "grain AND ("),
        Notice.Kind.WATCH_REFUSED,
        "black-sea",
        "watch 'black-sea', query: a ( is not closed; add )",
        FETCHED);
  }

  static DeadLetter deadLetter() {
    return new DeadLetter(
        "analyse",
        "parley.articles",
        3,
        17,
        "k",
        "{\"articleId\": 1",
        "not an Article: unexpected end",
        "org.apache.kafka.common.errors.SerializationException",
        FETCHED);
  }
}
