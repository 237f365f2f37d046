package org.parley.ingest.feed.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.ingest.corpus.CanonicalUrl;
import org.parley.ingest.feed.read.FeedEntry;

/// By what an entry is known again: its GUID; where that is missing or repeats, its canonical link;
/// without one, what it says. Never by its date: entries come late and unordered.
///
/// A feed whose GUIDs all change at once has migrated. Its entries are still known by [#link()] and
/// [#titleAndDate()].
///
/// @param key of the entry within its feed: a GUID, a link, or a hash; at most [#MAX_KEY]
///   characters
/// @param link canonical, of an entry with a link of the web; a site's front page is no entry's
/// @param titleAndDate a hash, of an entry that has a title
public record EntryIdentity(String key, @Nullable String link, @Nullable String titleAndDate) {
  /// A longer GUID or link is replaced by its hash.
  public static final int MAX_KEY = 1000;

  /// Of all entries of a feed, in their order. A GUID that several entries with different links
  /// have tells nothing and counts for none of them.
  public static List<EntryIdentity> of(List<FeedEntry> entries) {
    Set<String> repeated = repeated(entries);
    return entries.stream().map(e -> of(e, repeated.contains(guid(e)))).toList();
  }

  private static EntryIdentity of(FeedEntry entry, boolean guidRepeats) {
    CanonicalUrl canonical = entry.link() == null ? null : CanonicalUrl.of(entry.link());
    String link = canonical == null || isFrontPage(canonical.url()) ? null : canonical.url();
    String title = entry.title();
    String titleAndDate = title == null ? null : Ids.text(title + '\n' + entry.publishedAt());
    String guid = guidRepeats ? "" : guid(entry);
    return new EntryIdentity(key(guid, link, titleAndDate, entry), link, titleAndDate);
  }

  private static boolean isFrontPage(String url) {
    return url.matches("https?://[^/?]+/?");
  }

  private static String key(
      String guid, @Nullable String link, @Nullable String titleAndDate, FeedEntry entry) {
    String known = guid.isEmpty() ? link : guid;
    if (known == null) {
      return "hash:" + (titleAndDate == null ? Ids.text(entry.html()) : titleAndDate);
    }
    return known.length() > MAX_KEY ? "hash:" + Ids.text(known) : known;
  }

  private static Set<String> repeated(List<FeedEntry> entries) {
    Set<String> seen = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (FeedEntry entry : entries) {
      String guid = guid(entry);
      boolean another = pairs.add(guid + '\n' + entry.link());
      if (!seen.add(guid) && another) {
        repeated.add(guid);
      }
    }
    return repeated;
  }

  private static String guid(FeedEntry entry) {
    return entry.guid() == null ? "" : entry.guid().strip();
  }
}
