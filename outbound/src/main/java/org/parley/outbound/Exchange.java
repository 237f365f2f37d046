package org.parley.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What came of a [Request]. All three are ordinary outcomes; none is an exception.
public sealed interface Exchange {
  /// How long it took, from the call to the end.
  Duration took();

  /// In one line for a person.
  String summary();

  /// The other side answered, with any status: a redirect, too, is an answer and was not followed.
  ///
  /// @param status 200 to 999
  /// @param headers as they came
  /// @param body at most [Request#maxBody()] bytes of it
  /// @param cut whether the body was longer than that
  /// @param took how long it took
  record Answered(int status, Headers headers, byte[] body, boolean cut, Duration took)
      implements Exchange {

    /// The body as UTF-8, with replacement characters for what is not.
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /// Whether the status is 2xx.
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    @Override
    public String summary() {
      return "answered " + status;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Answered(var s, var h, var b, var c, var t)
          && status == s
          && headers.equals(h)
          && Arrays.equals(body, b)
          && cut == c
          && took.equals(t);
    }

    @Override
    public int hashCode() {
      return Objects.hash(status, headers, Arrays.hashCode(body), cut, took);
    }

    @Override
    public String toString() {
      return summary() + " with " + body.length + (cut ? " bytes and more" : " bytes");
    }
  }

  /// The address may not be dialled, or the URL names none; no packet was sent to it. Trying again
  /// helps only if the name, the URL or the operator's allow-list has changed by then.
  ///
  /// @param reason names the host, its address and the kind of address that it is
  /// @param took how long it took to see
  record Refused(String reason, Duration took) implements Exchange {
    @Override
    public String summary() {
      return "refused: " + reason;
    }
  }

  /// There was no whole answer. Every kind may mend by itself, so each is worth another try.
  ///
  /// @param kind what failed
  /// @param reason in words for a person, the host named
  /// @param took how long it took
  record Failed(Kind kind, String reason, Duration took) implements Exchange {
    @Override
    public String summary() {
      return "failed: " + reason;
    }
  }

  /// What failed.
  enum Kind {
    /// The name has no address, or the name server did not say.
    DNS,
    /// No connection to the address.
    CONNECT,
    /// No agreement on encryption, or a certificate that does not hold for the host.
    TLS,
    /// The deadline passed first, whatever it was busy with.
    TIMEOUT,
    /// The connection ended before the answer did.
    RESET,
    /// The answer was not HTTP, or not what its own headers said.
    PROTOCOL,
    /// The answer's head was too long, or too many interim answers came before it.
    TOO_LARGE,
    /// The calling thread was interrupted; its flag is set again.
    INTERRUPTED
  }
}
