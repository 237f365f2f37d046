package org.parley.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.FeedState;
import org.parley.contract.SourceState;

/// What is known of one feed and of its entries, as `parley.sources` has it or is about to. For one
/// thread at a time.
final class FeedMemory {
  private final String url;
  private final String owner;
  private final Map<String, SourceState> entries = new HashMap<>();
  private volatile @Nullable SourceState state;

  FeedMemory(String url, String owner) {
    this.url = url;
    this.owner = owner;
  }

  String url() {
    return url;
  }

  String owner() {
    return owner;
  }

  /// Of the feed as a whole; none before its first poll. For any thread.
  @Nullable SourceState state() {
    return state;
  }

  /// How the feed fares; none before its first poll. For any thread.
  @Nullable FeedState fares() {
    SourceState known = state;
    return known == null ? null : known.feed();
  }

  Collection<SourceState> entries() {
    return entries.values();
  }

  boolean hasEntry(String entry) {
    return entries.containsKey(entry);
  }

  void put(SourceState known) {
    if (known.entry() == null) {
      state = known;
    } else {
      entries.put(known.entry(), shared(known));
    }
  }

  void forget(SourceState known) {
    entries.remove(String.valueOf(known.entry()));
  }

  /// Whether nothing of it was written since `instant`.
  boolean isOlderThan(Instant instant) {
    return all().stream().noneMatch(known -> known.at().isAfter(instant));
  }

  /// Of the feed and of its entries.
  List<SourceState> all() {
    List<SourceState> all = new ArrayList<>(entries.values());
    SourceState known = state;
    if (known != null) {
      all.add(known);
    }
    return all;
  }

  /// With this memory's own copy of what all entries repeat.
  private SourceState shared(SourceState known) {
    return new SourceState(
        owner,
        url,
        known.entry(),
        known.sha256(),
        known.articleId(),
        known.revision(),
        known.textHash(),
        known.at(),
        null,
        known.seen());
  }
}
