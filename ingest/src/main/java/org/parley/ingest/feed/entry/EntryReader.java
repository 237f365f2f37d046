package org.parley.ingest.feed.entry;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.ingest.corpus.CanonicalUrl;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.feed.read.FeedEntry;
import org.parley.ingest.page.PageReader;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.Passage;
import org.parley.ingest.text.Stated;
import org.parley.ingest.text.TextCleaner;

/// Makes an article of a feed's entry: its title, and its content or summary without markup and
/// without what publishing software adds. The text is mapped to the entry's [FeedEntry#html()].
/// Thread-safe; a pure function.
public final class EntryReader {
  private final PageReader pages = new PageReader();
  private final TextCleaner cleaner = new TextCleaner();

  /// @param identity the entry's among those of its feed, see [EntryIdentity#of(List)]
  /// @param feed the feed's address, by which it is known
  public EntryReading read(FeedEntry entry, EntryIdentity identity, URI feed) {
    CleanText clean = clean(entry);
    if (clean.text().isBlank()) {
      return new EntryReading.Refused("has neither a title nor text");
    }
    String name = feed.toString();
    CanonicalUrl url = entry.link() == null ? null : CanonicalUrl.of(entry.link());
    String link = identity.link();
    return new EntryReading.Read(
        new Draft(
            link == null ? Ids.article(name, identity.key()) : Ids.article(link),
            new Origin(Origin.Kind.FEED, name, identity.key(), entry.sha256(), null),
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

  private CleanText clean(FeedEntry entry) {
    List<Passage> passages = EntryTails.off(pages.fragment(entry.html()), entry.title());
    return cleaner.cleanMain(
        passages, new Stated(entry.title(), entry.author(), entry.publishedAt()));
  }

  private static String source(URI feed) {
    @Nullable String host = feed.getHost();
    return host == null ? feed.toString() : CanonicalUrl.registrableDomain(host);
  }
}
