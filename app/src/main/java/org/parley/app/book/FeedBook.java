package org.parley.app.book;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.parley.app.Await;
import org.parley.app.Cluster;
import org.parley.contract.Feed;
import org.parley.contract.SourceState;

/// Accepts, lists and removes feeds. Whoever polls follows the topic, so that a feed is polled, or
/// no more, within seconds.
public final class FeedBook {
  private final Cluster cluster;
  private final Clock clock;

  public FeedBook(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /// A feed that someone asks for. What is no address of a feed is refused with an
  /// [IllegalArgumentException].
  ///
  /// @param url in any form; the feed is known by its [Feed#normal(String)]
  public record Wanted(String url, @Nullable String title, @Nullable Duration interval) {
    public Wanted {
      url = Feed.normal(url);
    }

    private boolean isAlready(@Nullable Feed there) {
      return there != null
          && (title == null || title.strip().equals(there.title()))
          && (interval == null || interval.equals(there.interval()));
    }
  }

  /// A feed and how it fares.
  ///
  /// @param state none before its first poll
  public record Listed(Feed feed, @Nullable SourceState state) {}

  /// Adds feeds, or changes title and interval of those that are there; one that is already as
  /// wanted is left alone, and what is not given stays as it was.
  ///
  /// @return how many were new
  public int add(Collection<Wanted> wanted) {
    Map<String, Feed> there = all();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int added = 0;
    List<Feed> changes = new ArrayList<>();
    for (Wanted one : wanted) {
      Feed old = there.get(one.url());
      if (one.isAlready(old)) {
        continue;
      }
      String title = one.title() == null && old != null ? old.title() : one.title();
      Duration every = one.interval() == null && old != null ? old.interval() : one.interval();
      var feed = new Feed(one.url(), title, every, old == null ? now : old.addedAt());
      added += old == null ? 1 : 0;
      there.put(feed.url(), feed);
      changes.add(feed);
    }
    write(changes.stream().map(feed -> record(feed.url(), feed)).toList());
    return added;
  }

  /// Stops the polling of a feed. Its articles stay, and so does what is known of it: added again,
  /// it publishes only what is new.
  ///
  /// @param url in any form
  /// @return whether there was one
  public boolean remove(String url) {
    String key = Feed.normal(url);
    if (!all().containsKey(key)) {
      return false;
    }
    write(List.of(record(key, null)));
    return true;
  }

  /// The feeds that are polled, by URL.
  public List<Feed> feeds() {
    return List.copyOf(all().values());
  }

  /// The same with how each fares. Reads the whole topic of sources.
  public List<Listed> list() {
    Map<String, SourceState> states = cluster.snapshot().latest(cluster.world().sources());
    return feeds().stream().map(feed -> new Listed(feed, states.get(feed.url()))).toList();
  }

  private Map<String, Feed> all() {
    return cluster.snapshot().latest(cluster.world().feeds());
  }

  private ProducerRecord<String, Feed> record(String key, @Nullable Feed feed) {
    return new ProducerRecord<>(cluster.world().feeds().name(), key, feed);
  }

  private void write(List<ProducerRecord<String, Feed>> records) {
    try (KafkaProducer<String, Feed> producer = cluster.producer(cluster.world().feeds())) {
      var sent = records.stream().map(producer::send).toList();
      sent.forEach(each -> Await.result(each, cluster.patience()));
    }
  }
}
