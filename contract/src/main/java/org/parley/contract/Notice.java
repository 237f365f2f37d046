package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/// What an operator should know.
///
/// @param noticeId the same when the same thing is noticed again
/// @param kind what happened
/// @param subject to which watch, endpoint or source
/// @param message what happened and how to mend it, one line for a person
/// @param at when
public record Notice(String noticeId, Kind kind, String subject, String message, Instant at) {
  /// The sorts of notices.
  public enum Kind {
    WATCH_REFUSED,
    /// A text query takes more work than an article is worth.
    WATCH_TOO_COSTLY,
    ENDPOINT_REFUSED,
    ENDPOINT_DISABLED,
    SOURCE_GONE,
    SOURCE_MOVED,
    NETWORK_OUT;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Kind of(String label) {
      return Require.labelled(values(), Kind::label, label, "kind");
    }
  }

  public Notice {
    Require.text(noticeId, "noticeId");
    Require.present(kind, "kind");
    Require.text(subject, "subject");
    Require.text(message, "message");
    Require.present(at, "at");
  }
}
