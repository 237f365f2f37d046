package org.parley.ingest.schedule;

import java.time.Duration;
import org.parley.contract.Feed;

/// How often a feed is to be polled when all is well. This is where polling by a budget has its
/// place: a pace that knows how often a feed brings what someone watches for.
@FunctionalInterface
public interface Pace {
  /// From one poll to the next.
  Duration interval(Feed feed);

  /// The feed's own interval, else `configured`.
  static Pace fixed(Duration configured) {
    return feed -> feed.interval() == null ? configured : feed.interval();
  }
}
