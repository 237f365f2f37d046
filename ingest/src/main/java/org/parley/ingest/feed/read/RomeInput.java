package org.parley.ingest.feed.read;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// A feed in the plain form in which Rome loses nothing: RSS 2.0 or Atom 1.0, its elements without
/// rarities, their markup as text, its links absolute; and beside it, what Rome reads wrong or has
/// no place for.
///
/// @param head of the feed
/// @param facts of the entries, in the document's order
/// @param omitted entries that are over the limit
record RomeInput(Document document, Facts head, Hints hints, List<Facts> facts, int omitted) {
  /// @param id as written, without white space around it
  record Facts(
      @Nullable String id,
      boolean idIsLink,
      @Nullable Instant publishedAt,
      @Nullable Instant updatedAt,
      @Nullable String language) {}

  /// Of the root of any feed; `null` when it is none of one.
  static @Nullable RomeInput of(Element root, URI feed) {
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss", "rdf" -> new RssForm(root, feed).input();
      case "feed" -> new AtomForm(root, feed).input();
      default -> null;
    };
  }
}
