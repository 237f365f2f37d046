package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads a lane's records once, in whatever order, and puts them into the order in which they came.
final class LaneRebuild {
  private final List<Entry> entries = new ArrayList<>();
  private long clock;
  private long next;

  /// What is remembered of a record.
  ///
  /// @param number see [LaneRecord]
  /// @param first see [LaneRecord]
  /// @param at see [LaneRecord]
  private record Entry(String articleId, String storyId, long number, long first, long at) {
    boolean joined() {
      return !storyId.equals(articleId);
    }
  }

  LaneRebuild(LaneStore store) {
    store.each((articleId, record) -> {
      clock = Math.max(clock, record.at());
      next = Math.max(next, record.number() + 1);
      String storyId = record.storyId().equals(articleId) ? articleId : record.storyId();
      entries.add(new Entry(articleId, storyId, record.number(), record.first(), record.at()));
    });
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
    return entries.stream()
        .filter(each -> each.at >= limit)
        .sorted(Comparator.comparingLong(Entry::number))
        .map(Entry::articleId)
        .toList();
  }

  /// Tells `grown` of the articles that joined a story: in the order of their first revisions for
  /// the publishers, and which came last in each.
  void tell(GrownStories grown) {
    entries.stream()
        .filter(Entry::joined)
        .sorted(Comparator.comparingLong(Entry::first))
        .forEach(each -> grown.joined(each.storyId, each.articleId));
    entries.stream()
        .sorted(Comparator.comparingLong(Entry::number))
        .forEach(each -> grown.last(each.storyId, each.articleId));
  }
}
