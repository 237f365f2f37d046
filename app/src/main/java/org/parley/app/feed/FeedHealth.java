package org.parley.app.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.app.terminal.AlertText;
import org.parley.contract.FeedState;

/// How a feed fares, in a word and in a sentence.
///
/// @param condition in a word
/// @param says in plain words, one line
public record FeedHealth(Condition condition, String says) {
  /// In a word.
  public enum Condition {
    /// It answers.
    OK,
    /// It was added and not polled yet.
    NEW,
    /// It answers, and entries were probably missed.
    MISSED,
    /// Its last polls failed.
    FAILING,
    /// It answered 410 Gone and is not polled any more.
    GONE;

    public boolean isTrouble() {
      return this == MISSED || this == FAILING || this == GONE;
    }
  }

  /// For how long missed entries are worth a word.
  private static final Duration RECENT = Duration.ofDays(1);

  /// @param state none before its first poll
  public static FeedHealth of(@Nullable FeedState state, Instant now) {
    if (state == null) {
      return new FeedHealth(Condition.NEW, "not polled yet");
    }
    if (state.status() == FeedState.Status.GONE) {
      return new FeedHealth(
          Condition.GONE,
          "answered 410 Gone, and is not polled any more; remove it, or add it again to try anew");
    }
    String next = next(state, now);
    if (state.problem() != null) {
      return new FeedHealth(
          Condition.FAILING,
          state.problem() + " (" + state.failures() + " in a row), " + answered(state, now) + next);
    }
    String says =
        AlertText.count(state.entries(), "entry")
            + ", "
            + answered(state, now)
            + next
            + moved(state);
    boolean missed = state.missedAt() != null && state.missedAt().isAfter(now.minus(RECENT));
    return missed
        ? new FeedHealth(
            Condition.MISSED, "entries were probably missed, poll it more often: " + says)
        : new FeedHealth(Condition.OK, says);
  }

  /// A quiet feed's state is not written at every poll: what is past has been polled since.
  private static String next(FeedState state, Instant now) {
    Instant next = state.nextPollAt();
    return next == null || next.isBefore(now) ? "" : ", next poll " + when(next, now);
  }

  private static String answered(FeedState state, Instant now) {
    return state.lastSuccessAt() == null
        ? "never answered"
        : "answered " + when(state.lastSuccessAt(), now);
  }

  private static String moved(FeedState state) {
    return state.movedTo() == null ? "" : ", moved to " + state.movedTo();
  }

  /// `3 min ago`, `in 2 h`, `now`.
  private static String when(Instant at, Instant now) {
    Duration away = Duration.between(now, at);
    String length = length(away.abs());
    if (length.isEmpty()) {
      return "now";
    }
    return away.isNegative() ? length + " ago" : "in " + length;
  }

  private static String length(Duration length) {
    if (length.toDays() >= 2) {
      return length.toDays() + " days";
    }
    if (length.toHours() >= 2) {
      return length.toHours() + " h";
    }
    if (length.toMinutes() >= 2) {
      return length.toMinutes() + " min";
    }
    return length.toSeconds() == 0 ? "" : length.toSeconds() + " s";
  }
}
