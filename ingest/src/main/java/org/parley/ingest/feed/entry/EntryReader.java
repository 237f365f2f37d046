package org.parley.ingest.feed.entry;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.ingest.corpus.CanonicalUrl;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.feed.read.FeedEntry;
import org.parley.ingest.page.PageReader;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.Stated;

/// Makes an article of a feed's entry. Thread-safe; a pure function.
public final class EntryReader {
  private final PageReader pages = new PageReader();

  /// @param feed the feed's address, by which it is known
  public EntryReading read(FeedEntry entry, EntryIdentity identity, URI feed) {
    CleanText clean =
        pages.readFragment(
            entry.html(), new Stated(entry.title(), entry.author(), entry.publishedAt()));
    if (clean.text().isBlank()) {
      return new EntryReading.Refused("has neither a title nor text");
    }
    CanonicalUrl url = entry.link() == null ? null : CanonicalUrl.of(entry.link());
    return new EntryReading.Read(
        new Draft(
            url == null ? Ids.article(feed.toString(), identity.key()) : Ids.article(url.url()),
            new Origin(Origin.Kind.FEED, feed.toString(), identity.key(), entry.sha256(), null),
            url == null ? source(feed) : url.source(),
            url == null ? null : url.url(),
            clean.title(),
            clean.author(),
            clean.publishedAt(),
            null,
            entry.language(),
            clean.text(),
            clean.bodyStart(),
            clean.truncated(),
            clean.map()));
  }

  private static String source(URI feed) {
    @Nullable String host = feed.getHost();
    return host == null ? feed.toString() : CanonicalUrl.registrableDomain(host);
  }
}
