package org.parley.ingest.feed.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decodes a feed's bytes.
final class FeedText {
  private FeedText() {}

  static String of(byte[] body, @Nullable String contentType) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
