package org.parley.processor.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Takes out of a lane's store what is no longer needed: once a day of the lane's time it goes over
/// all records, some with each article, so that no article takes long. Only room depends on it:
/// what is too old is passed over where it is read, so decisions do not.
final class Tidying {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /// How many records are looked at with an article.
  private static final int SOME = 32;

  private final LaneStore store;
  private long last;
  private boolean underWay;
  private @Nullable String after;

  /// @param clock the lane's time now, in milliseconds of the epoch
  Tidying(LaneStore store, long clock) {
    this.store = store;
    last = clock;
  }

  /// What is no longer needed.
  ///
  /// @param isForgotten of articles and their records
  /// @param isOld of those of which no words are needed any more
  record Rule(BiPredicate<String, LaneRecord> isForgotten, BiPredicate<String, LaneRecord> isOld) {}

  /// Goes on, if it is time.
  ///
  /// @return the ids of the articles whose records were deleted
  List<String> at(long clock, Rule rule) {
    List<String> forgotten = new ArrayList<>();
    if (!underWay && clock - last < DAY) {
      return forgotten;
    }
    underWay = true;
    after =
        store.some(
            after,
            SOME,
            (articleId, record) -> {
              if (rule.isForgotten.test(articleId, record)) {
                forgotten.add(articleId);
              } else if (record.wording() != null && rule.isOld.test(articleId, record)) {
                store.put(articleId, record.withoutWording());
              }
            });
    forgotten.forEach(store::remove);
    if (after == null) {
      underWay = false;
      last = clock;
    }
    return forgotten;
  }
}
