package org.parley.ingest.feed.read;

import java.net.URI;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Reads RSS and Atom of all versions, as tolerantly as Rome does and a little more. Thread-safe; a
/// pure function of its arguments that never fails, whatever the bytes are.
///
/// Memory and time grow with the body: some 20 bytes of heap for each of its bytes while it is
/// read. Whoever reads many at once bounds how many are large.
public final class FeedReader {
  /// The longest body that is read, in bytes after decompression; a longer one is refused.
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /// Entries after so many are counted and left out.
  public static final int MAX_ENTRIES = 10_000;

  /// @param body as received, decompressed
  /// @param contentType the header's value
  /// @param url that it was fetched from, after redirects: what relative links are relative to
  public FeedReading read(byte[] body, @Nullable String contentType, URI url) {
    if (body.length > MAX_BYTES) {
      return unreadable("is longer than the limit of 10 MB");
    }
    String text = FeedText.of(body, contentType);
    FeedReading.Unreadable other = NoFeed.of(text, url);
    return other == null ? read(text, url) : other;
  }

  /// A reader for what Rome loses has its place here, on the same text: where the tree is broken,
  /// or Rome finds it unreadable.
  private static FeedReading read(String text, URI url) {
    try {
      return switch (XmlTree.of(XmlMender.mend(text))) {
        case XmlTree.Broken broken -> unreadable(broken.reason());
        case XmlTree.Parsed parsed -> {
          Element root = parsed.document().getRootElement();
          RomeInput input = RomeInput.of(root, url);
          yield input == null ? NoFeed.of(root) : RomeReader.read(input);
        }
      };
    } catch (RuntimeException e) {
      // Rome and the JDK's URLs throw whatever comes for what a feed may hold.
      return unreadable("cannot be read: " + XmlProblem.line(e.toString()));
    }
  }

  private static FeedReading unreadable(String reason) {
    return new FeedReading.Unreadable(reason, false);
  }
}
