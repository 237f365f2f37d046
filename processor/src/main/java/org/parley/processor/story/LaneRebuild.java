package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a lane's records once, in whatever order, and puts them into the order in which they came.
final class LaneRebuild {
  private final List<Entry> entries = new ArrayList<>();

  /// The publishers' names, each once.
  private final Map<String, String> names = new HashMap<>();

  private long clock;
  private long next;

  /// What is remembered of a record.
  ///
  /// @param number see [LaneRecord]
  /// @param first see [LaneRecord]
  /// @param at see [LaneRecord]
  private record Entry(
      String articleId, String storyId, long number, long first, long at, String source) {
    boolean joined() {
      return !storyId.equals(articleId);
    }
  }

  LaneRebuild(LaneStore store) {
    store.each((articleId, record) -> {
      clock = Math.max(clock, record.at());
      next = Math.max(next, record.number() + 1);
      String storyId = record.storyId().equals(articleId) ? articleId : record.storyId();
      String source = names.computeIfAbsent(record.source(), name -> name);
      entries.add(
          new Entry(articleId, storyId, record.number(), record.first(), record.at(), source));
    });
    entries.sort(Comparator.comparingLong(Entry::number));
  }

  /// The lane's time.
  long clock() {
    return clock;
  }

  /// The next article's number.
  long next() {
    return next;
  }

  /// The articles that came at `limit` or later, in their order.
  List<String> since(long limit) {
    return entries.stream().filter(each -> each.at >= limit).map(Entry::articleId).toList();
  }

  /// Tells `grown` of the articles that joined a story: in the order of their first revisions for
  /// the publishers, and which came last in each.
  void tell(GrownStories grown) {
    Map<String, @Nullable String> openers = new HashMap<>();
    List<Entry> joined = new ArrayList<>();
    for (Entry each : entries) {
      if (each.joined()) {
        openers.put(each.storyId, null);
        joined.add(each);
      }
    }
    for (Entry each : entries) {
      if (!each.joined() && openers.containsKey(each.storyId)) {
        openers.put(each.storyId, each.source);
      }
    }
    joined.sort(Comparator.comparingLong(Entry::first));
    joined.forEach(each -> grown.joined(each.storyId, openers.get(each.storyId), each.source));
    entries.forEach(each -> grown.last(each.storyId, each.articleId));
  }
}
