package org.parley.processor.watch;

import java.time.Instant;
import java.util.List;
import org.parley.contract.ArticleRef;
import org.parley.contract.Mention;
import org.parley.contract.Origin;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.Watch;

/// Articles and mentions for tests, each with only what the test is about.
final class Candidates {
  private Candidates() {}

  static WatchSet.Candidate text(String title, String body) {
    return new WatchSet.Candidate(
        ref("example.org"), "en", List.of(), title + "\n\n" + body, title.length() + 2);
  }

  static WatchSet.Candidate body(String body) {
    return new WatchSet.Candidate(ref("example.org"), "en", List.of(), body, 0);
  }

  static WatchSet.Candidate with(Mention... mentions) {
    return of("example.org", "en", mentions);
  }

  static WatchSet.Candidate of(String source, String language, Mention... mentions) {
    return new WatchSet.Candidate(ref(source), language, List.of(mentions), "Peace talks.", 0);
  }

  static WatchSet.Candidate body(String body, Mention... mentions) {
    return new WatchSet.Candidate(ref("example.org"), "en", List.of(mentions), body, 0);
  }

  static Mention mention(Stage stage, String... parties) {
    return mention(stage, 3, false, parties);
  }

  static Mention mention(Stage stage, int score, boolean borderline, String... parties) {
    return new Mention(
        Mention.PEACE_TALKS,
        new Span(0, 11),
        null,
        new Span(0, 12),
        "Peace talks.",
        0,
        stage,
        score,
        borderline,
        List.of(parties),
        List.of(),
        null,
        null,
        Mention.Claim.PLAIN,
        new Mention.Evidence("strong", "Peace talks", null, List.of(), List.of(), List.of()));
  }

  /// A watch of text alone.
  static Watch asking(String watchId, String query) {
    return new Watch(
        watchId,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1,
        Watch.Breadth.STRICT,
        query);
  }

  private static ArticleRef ref(String source) {
    var origin = new Origin(Origin.Kind.CORPUS, "tests", "a.txt", "00", "UTF-8");
    return new ArticleRef(
        "a1", 1, origin, source, null, null, null, null, Instant.parse("2026-01-01T00:00:00Z"));
  }
}
