package org.parley.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.contract.Fingerprint;
import org.parley.contract.Ids;

/// Records for tests that need one and care about a part of it: each builder starts valid, and a
/// test names only what it is about.
///
/// ```java
/// Article article = Sample.article().url("https://example.org/a").text("Talks began.").build();
/// Alert alert = Sample.alert().watch("peace-talks").of(article).build();
/// ```
///
/// The same calls give the same record; all times are [ManualClock#START] unless told otherwise.
public final class Sample {
  private Sample() {}

  public static ArticleBuilder article() {
    return new ArticleBuilder();
  }

  public static MentionBuilder mention() {
    return new MentionBuilder();
  }

  public static MatchBuilder match() {
    return new MatchBuilder();
  }

  public static StoryBuilder story() {
    return new StoryBuilder();
  }

  public static AlertBuilder alert() {
    return new AlertBuilder();
  }

  public static WatchBuilder watch() {
    return new WatchBuilder();
  }

  public static EndpointBuilder endpoint() {
    return new EndpointBuilder();
  }

  public static AttemptBuilder attempt() {
    return new AttemptBuilder();
  }

  /// The fingerprint of a sentence of made-up words, by their codes.
  public static Fingerprint fingerprint(int... words) {
    return Fingerprint.of(words, 0, words.length == 0 ? List.of() : List.of(words.length), 1);
  }

  static String sha256(String text) {
    return Ids.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
