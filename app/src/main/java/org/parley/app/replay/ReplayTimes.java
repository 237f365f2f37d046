package org.parley.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives every article of a corpus the moment at which a replay fetches it: the recorded one, else
/// a sane date of publication, else [#EPOCH] and a second for each place in the corpus. The
/// articles are sorted by it, those of one moment in the order of the corpus, so that a replay
/// never runs backwards and never asks what time it is.
final class ReplayTimes {
  /// For articles of which nothing is known.
  static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(1);

  private ReplayTimes() {}

  /// @param at never before that of the one in front of it
  record Timed<T>(T item, Instant at) {}

  /// @param fetchedAt as recorded, where it was
  /// @param publishedAt as the source states it, where it does
  static <T> List<Timed<T>> order(
      List<T> corpus,
      Function<T, @Nullable Instant> fetchedAt,
      Function<T, @Nullable Instant> publishedAt) {
    List<Timed<T>> timed = new ArrayList<>(corpus.size());
    for (int i = 0; i < corpus.size(); i++) {
      T item = corpus.get(i);
      Instant known = sane(fetchedAt.apply(item));
      if (known == null) {
        known = sane(publishedAt.apply(item));
      }
      timed.add(new Timed<>(item, known == null ? EPOCH.plus(STEP.multipliedBy(i)) : known));
    }
    timed.sort(Comparator.comparing(Timed::at));
    return timed;
  }

  private static @Nullable Instant sane(@Nullable Instant instant) {
    return instant == null || instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
        ? null
        : instant;
  }
}
