package org.parley.app.console;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.parley.ingest.feed.FeedCounts;
import org.parley.ingest.feed.FeedService;

/// What the polling of feeds counts. No feed has a label of its own: `parley feed list` names those
/// in trouble.
final class FeedFigures {
  private final FeedService feeds;
  private final MeterRegistry registry;

  FeedFigures(FeedService feeds, MeterRegistry registry) {
    this.feeds = feeds;
    this.registry = registry;
    Gauge.builder("parley.feeds", feeds, from -> from.counts().feeds())
        .description("Feeds that this instance polls")
        .register(registry);
    Gauge.builder("parley.feeds.network.out", feeds, from -> from.counts().networkOut() ? 1 : 0)
        .description("1 while most feeds cannot be reached, so that none is blamed")
        .register(registry);
    count("polls", FeedCounts::polls, "Polls of feeds");
    count("polls.unchanged", FeedCounts::unchanged, "Polls that brought nothing new");
    count("polls.failed", FeedCounts::failed, "Polls without a feed in the answer");
    count("articles", FeedCounts::articles, "Articles published from feeds, revisions included");
    count("revisions", FeedCounts::revisions, "Revisions among these");
  }

  private void count(String name, ToLongFunction<FeedCounts> figure, String description) {
    FunctionCounter.builder("parley.feed." + name, feeds, from -> figure.applyAsLong(from.counts()))
        .description(description)
        .register(registry);
  }
}
