package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where alerts are delivered, and how.
///
/// @param endpointId `[a-z0-9-]{1,100}`
/// @param url http or https, absolute
/// @param format of the body
/// @param secrets that sign the body, newest first: `env:NAME`, `file:PATH` or `sealed:…`, never in
///   the clear; several while one is being replaced, one signature each
/// @param terms which alerts it takes, and from when until when
/// @param status whether deliveries are made
/// @param policy how they are made
public record Endpoint(
    String endpointId,
    String url,
    Format format,
    List<String> secrets,
    List<Term> terms,
    Status status,
    Policy policy) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");
  private static final Pattern SECRET = Pattern.compile("(env|file|sealed):.+");

  /// What the body looks like.
  public enum Format {
    /// `{"type", "timestamp", "data"}` as Standard Webhooks has it.
    STANDARD,
    /// A CloudEvents 1.0 structured-mode body.
    CLOUDEVENTS;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Format of(String label) {
      return Require.labelled(values(), Format::label, label, "format");
    }
  }

  /// Whether deliveries are made. Alerts wait for an endpoint that is paused or disabled.
  public enum Status {
    ACTIVE,
    /// Held by an operator.
    PAUSED,
    /// The receiver answered 410 Gone.
    DISABLED;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Status of(String label) {
      return Require.labelled(values(), Status::label, label, "status");
    }
  }

  /// The alerts of some watches over a stretch of time. Terms are kept when an endpoint is edited
  /// or removed, so that which alerts it was owed can always be counted again from the log.
  ///
  /// @param watches by id; empty for all
  /// @param from the first instant, inclusive, by [Alert#at()]
  /// @param until the first instant after, or none while it lasts
  public record Term(List<String> watches, Instant from, @Nullable Instant until) {
    public Term {
      watches = Require.list(watches);
      Require.present(from, "from");
    }

    boolean covers(Alert alert) {
      return !alert.at().isBefore(from)
          && (until == null || alert.at().isBefore(until))
          && (watches.isEmpty() || watches.contains(alert.watchId()));
    }
  }

  /// How deliveries are made.
  ///
  /// @param schedule the wait before each attempt, the first one included; the delivery is dead
  ///   after the last
  /// @param deadline the longest an attempt may take, from dialling to the last byte
  /// @param inFlight the most attempts at one time
  /// @param perSecond the most attempts started in a second; 0 for no limit
  public record Policy(List<Duration> schedule, Duration deadline, int inFlight, double perSecond) {
    private static final int MAX_PER_SECOND = 100_000;

    /// The schedule of Standard Webhooks: ten attempts over some 76 hours.
    public static final Policy STANDARD =
        new Policy(
            List.of(
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24)),
            Duration.ofSeconds(15),
            5,
            0);

    public Policy {
      schedule = Require.list(schedule);
      Require.atLeast(1, schedule.size(), "schedule's length");
      if (schedule.stream().anyMatch(Duration::isNegative)) {
        throw new IllegalArgumentException("schedule must not hold a negative wait");
      }
      if (!Require.present(deadline, "deadline").isPositive()) {
        throw new IllegalArgumentException("deadline must be positive, not " + deadline);
      }
      Require.atLeast(1, inFlight, "inFlight");
      if (!(perSecond >= 0 && perSecond <= MAX_PER_SECOND)) {
        throw new IllegalArgumentException(
            "perSecond must be 0 to " + MAX_PER_SECOND + ", not " + perSecond);
      }
    }

    public Policy withSchedule(List<Duration> schedule) {
      return new Policy(schedule, deadline, inFlight, perSecond);
    }
  }

  public Endpoint {
    Require.text(endpointId, "endpointId");
    if (!ID.matcher(endpointId).matches()) {
      throw new IllegalArgumentException(
          "endpointId '" + endpointId + "' must be 1 to 100 of a-z, 0-9 and '-'");
    }
    Require.httpUrl(url);
    format = format == null ? Format.STANDARD : format;
    secrets = Require.list(secrets);
    for (String secret : secrets) {
      if (!SECRET.matcher(secret).matches()) {
        throw new IllegalArgumentException(
            "a secret of endpoint '"
                + endpointId
                + "' must be env:NAME, file:PATH or sealed:…, never in the clear");
      }
    }
    terms = Require.list(terms);
    status = status == null ? Status.ACTIVE : status;
    policy = policy == null ? Policy.STANDARD : policy;
  }

  /// Whether the endpoint is owed `alert`: a function of the two records alone, so that the ledger
  /// that delivers and the audit that counts again cannot differ.
  public boolean takes(Alert alert) {
    return terms.stream().anyMatch(term -> term.covers(alert));
  }

  /// Whether it still takes new alerts; a removed endpoint's record stays, its terms closed.
  @JsonIgnore
  public boolean isRemoved() {
    return terms.stream().noneMatch(term -> term.until() == null);
  }

  /// The same endpoint with its running terms ended at `instant`.
  public Endpoint closedAt(Instant instant) {
    List<Term> closed =
        terms.stream()
            .map(t -> t.until() == null ? new Term(t.watches(), t.from(), instant) : t)
            .toList();
    return new Endpoint(endpointId, url, format, secrets, closed, status, policy);
  }

  public Endpoint withStatus(Status status) {
    return new Endpoint(endpointId, url, format, secrets, terms, status, policy);
  }
}
