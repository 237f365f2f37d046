package org.parley.processor.watch;

import java.util.List;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Watch;

/// A watch in force. Compared by identity, which is much cheaper than by what it asks.
final class InForce {
  /// The [#slot()] of a watch without a text query.
  static final int NO_QUERY = -1;

  private final String watchId;
  private final String version;
  private final Watch.Once once;
  private final Filter filter;
  private final int slot;

  InForce(Watch watch, Filter filter, int slot) {
    watchId = watch.watchId();
    version = watch.version();
    once = watch.once();
    this.filter = filter;
    this.slot = slot;
  }

  String version() {
    return version;
  }

  Filter filter() {
    return filter;
  }

  /// The number of its text query, see [TextQueries#put].
  int slot() {
    return slot;
  }

  boolean hasQuery() {
    return slot != NO_QUERY;
  }

  /// @param mentions that passed the filter, by their place in the article's list
  WatchHit hit(List<Integer> mentions) {
    return new WatchHit(watchId, version, mentions, once);
  }
}
