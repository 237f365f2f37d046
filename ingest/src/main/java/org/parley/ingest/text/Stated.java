package org.parley.ingest.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of an article from outside its text: from a row's fields, front matter or meta
/// tags. It takes precedence over what the text seems to say.
public record Stated(
    @Nullable String title, @Nullable String author, @Nullable Instant publishedAt) {
  public static final Stated NOTHING = new Stated(null, null, null);

  public Stated {
    title = blankToNull(title);
    author = blankToNull(author);
  }

  public static Stated title(@Nullable String title) {
    return new Stated(title, null, null);
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
