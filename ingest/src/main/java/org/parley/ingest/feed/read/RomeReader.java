package org.parley.ingest.feed.read;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;

/// Reads feeds with Rome.
final class RomeReader {
  private RomeReader() {}

  static FeedReading read(String xml, URI url) {
    try {
      SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));
      return new FeedReading.Read(document(feed));
    } catch (FeedException | RuntimeException e) {
      return new FeedReading.Unreadable(String.valueOf(e.getMessage()), false);
    }
  }

  private static FeedDocument document(SyndFeed feed) {
    FeedHead head =
        new FeedHead(
            null,
            feed.getTitle(),
            feed.getLink(),
            feed.getDescription(),
            feed.getAuthor(),
            feed.getLanguage(),
            instant(feed.getPublishedDate()),
            null);
    List<FeedEntry> entries = feed.getEntries().stream().map(RomeReader::entry).toList();
    return new FeedDocument(head, Hints.NONE, entries, 0);
  }

  private static FeedEntry entry(SyndEntry entry) {
    String html = entry.getDescription() == null ? "" : entry.getDescription().getValue();
    return new FeedEntry(
        entry.getUri(),
        false,
        entry.getLink(),
        entry.getTitle(),
        entry.getAuthor(),
        instant(entry.getPublishedDate()),
        instant(entry.getUpdatedDate()),
        null,
        html,
        Ids.sha256(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
