package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a feed fares: what the next poll has to know, and what an operator wants to.
///
/// It is written when it says something new, not at every poll: an answer that brings nothing is
/// written at most once in a while, so `lastPolledAt` of a quiet feed may lag behind.
///
/// @param status whether it is polled
/// @param title as the feed states it
/// @param movedTo where it is polled since it moved for good
/// @param etag validator of the answer last read
/// @param lastModified validator of the answer last read, as the server wrote it
/// @param hints of the document last read
/// @param lastPolledAt when it was last asked for
/// @param lastSuccessAt when it last answered with a feed, or that nothing has changed
/// @param nextPollAt when it is due; polled soon after a restart when that has passed
/// @param failures polls in a row that failed
/// @param problem why the last poll failed, in plain words; none when it did not
/// @param entries in the document last read
/// @param missedAt when every entry was new although the feed had been read before: it turns over
///   faster than it is polled, and entries were probably missed
public record FeedState(
    Status status,
    @Nullable String title,
    @Nullable String movedTo,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Hints hints,
    @Nullable Instant lastPolledAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant nextPollAt,
    int failures,
    @Nullable String problem,
    int entries,
    @Nullable Instant missedAt) {
  /// Whether a feed is polled.
  public enum Status {
    ACTIVE,
    /// It answered 410 Gone. Removed and added again, it is tried anew.
    GONE;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Status of(String label) {
      return Require.labelled(values(), Status::label, label, "status");
    }
  }

  /// What a feed's document asks of those who poll it.
  ///
  /// @param every the least interval between polls, by `ttl` or `sy:updatePeriod`
  /// @param skipHours of the day in UTC, 0 to 23, at which not to poll
  /// @param skipDays of the week in UTC, `MONDAY` to `SUNDAY`, on which not to poll
  public record Hints(@Nullable Duration every, List<Integer> skipHours, List<String> skipDays) {
    public static final Hints NONE = new Hints(null, List.of(), List.of());

    public Hints {
      skipHours = Require.list(skipHours);
      skipDays = Require.list(skipDays);
    }
  }

  public FeedState {
    Require.present(status, "status");
    Require.atLeast(0, failures, "failures");
    Require.atLeast(0, entries, "entries");
  }
}
