package org.parley.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.contract.ArticleRef;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Origin;
import org.parley.processor.fingerprint.Fingerprinter;

/// Matches for tests.
final class Matches {
  static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  private static final Fingerprinter FINGERPRINTER = new Fingerprinter();

  private Matches() {}

  static Match match(String articleId, String text) {
    return match(articleId, 1, articleId + ".example", text);
  }

  static Match match(String articleId, int revision, String source, String text) {
    Origin origin = new Origin(Origin.Kind.CORPUS, "test", articleId, "00", "UTF-8");
    ArticleRef article =
        new ArticleRef(articleId, revision, origin, source, null, null, null, null, START);
    Fingerprint fingerprint = FINGERPRINTER.of(text, 0, "en").fingerprint();
    return new Match(article, "en", Map.of(), List.of(), 0, List.of(), fingerprint, List.of());
  }
}
