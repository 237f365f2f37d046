package org.parley.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.alerts.delivery.NextAttempt.Standing;
import org.parley.alerts.delivery.Report.Result;
import org.parley.contract.Endpoint.Policy;
import org.parley.outbound.Exchange;
import org.parley.outbound.Headers;
import org.parley.testkit.Sample;

class NextAttemptTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant FAR = NOW.plus(NextAttempt.LIFETIME);
  private static final Delivery DELIVERY = Delivery.of(Sample.alert().build(), "desk");

  private static Verdict after(int status, @Nullable String retryAfter, int attempts) {
    Headers headers = retryAfter == null ? Headers.none() : Headers.of("Retry-After", retryAfter);
    var answered = new Exchange.Answered(status, headers, new byte[0], false, Duration.ZERO);
    return after(new Result.Tried(answered), attempts, FAR, 0);
  }

  private static Verdict after(Result result, int attempts, Instant expires, int failures) {
    var report = new Report(new Order(DELIVERY, attempts, 5, () -> true), NOW, result);
    var standing = new Standing(DELIVERY.deliveryId(), attempts, expires, failures);
    return NextAttempt.after(report, standing, Policy.STANDARD);
  }

  private static Duration waitIn(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Retry.class);
    return Duration.between(NOW, ((Verdict.Retry) verdict).at());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 226, 299})
  void takesEvery2xxForSuccess(int status) {
    assertThat(after(status, null, 1)).isEqualTo(new Verdict.Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 307, 308, 400, 401, 404, 408, 413, 418, 500, 501, 599, 999})
  void triesAgainByTheScheduleAfterEveryOtherStatusWhateverItsRetryAfter(int status) {
    assertThat(waitIn(after(status, "7200", 1)))
        .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
  }

  @Test
  void takes410ForGone() {
    assertThat(after(410, null, 10)).isEqualTo(new Verdict.Gone());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5",
    "2, 300",
    "3, 1800",
    "4, 7200",
    "5, 18000",
    "6, 36000",
    "7, 50400",
    "8, 72000",
    "9, 86400"
  })
  void keepsToTheStandardScheduleWithAtMostATenthOfJitter(int attempts, long seconds) {
    Duration wait = waitIn(after(500, null, attempts));

    assertThat(wait.toMillis()).isBetween(seconds * 1000, seconds * 1100);
    assertThat(waitIn(after(500, null, attempts))).isEqualTo(wait);
  }

  @Test
  void spreadsDeliveriesThatFailedTogether() {
    var waits =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> Jitter.added(Duration.ofHours(1), "delivery-" + i, 2))
            .distinct()
            .toList();
    assertThat(waits).hasSizeGreaterThan(95);
  }

  @Test
  void givesUpAfterTheTenthAttempt() {
    assertThat(after(500, null, 10)).isInstanceOf(Verdict.Dead.class);
    assertThat(after(503, "1", 10)).isInstanceOf(Verdict.Dead.class);
    assertThat(after(204, null, 10)).isEqualTo(new Verdict.Delivered());
  }

  @Test
  void givesUpWhatWouldBeTriedAfterItsLifetime() {
    Result refused = new Result.Tried(new Exchange.Refused("loopback", Duration.ZERO));

    assertThat(after(refused, 2, NOW.plusSeconds(400), 0)).isInstanceOf(Verdict.Retry.class);
    assertThat(after(refused, 2, NOW.plusSeconds(299), 0)).isInstanceOf(Verdict.Dead.class);
  }

  @ParameterizedTest
  @CsvSource({
    "429, 1, 1",
    "429, 0, 0",
    "502, 120, 120",
    "503, 86400, 86400",
    "503, 1000000000, 86400",
    "503, 99999999999999999999999, 86400",
    "504, ' 60 ', 60",
    "503, 'Sun, 01 Mar 2026 12:10:00 GMT', 600",
    "503, 'Sunday, 01-Mar-26 12:10:00 GMT', 600",
    "503, 'Sun Mar  1 12:10:00 2026', 600",
    "503, 'Mon, 01 Mar 2038 12:10:00 GMT', 86400"
  })
  void honoursRetryAfterExactlyUpToADay(int status, String value, long seconds) {
    Instant at = NOW.plusSeconds(seconds);
    assertThat(after(status, value, 1)).isEqualTo(new Verdict.Retry(at, at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "soon",
        "1.5",
        "",
        "1e3",
        "Sat, 28 Feb 2026 12:00:00 GMT",
        "0x10",
        "12:00",
        "١٢"
      })
  void fallsBackToTheScheduleWhereRetryAfterMakesNoSense(String value) {
    assertThat(waitIn(after(503, value, 2)))
        .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
  }

  @Test
  void restsAnEndpointThatIsOverloadedByHowOftenItFailedNotByTheDeliverysAge() {
    var overloaded =
        new Result.Tried(
            new Exchange.Answered(502, Headers.none(), new byte[0], false, Duration.ZERO));

    var first = (Verdict.Retry) after(overloaded, 8, FAR, 0);
    assertThat(first.endpointUntil()).isEqualTo(NOW.plusSeconds(5));
    assertThat(first.at()).isAfter(NOW.plus(Duration.ofHours(19)));
    var third = (Verdict.Retry) after(overloaded, 1, FAR, 2);
    assertThat(third.endpointUntil()).isEqualTo(third.at());
  }

  @Test
  void countsNothingThatWasNotSent() {
    assertThat(after(new Result.Unsent("no lease"), 10, NOW, 0)).isEqualTo(new Verdict.Again());
  }

  @Test
  void givesUpAtOnceWhatCanNeverBeSentAndTriesAgainWhatIsMisconfigured() {
    assertThat(after(new Result.Unsendable("too long"), 1, FAR, 0))
        .isEqualTo(new Verdict.Dead("too long"));
    assertThat(after(new Result.Misconfigured("env:X is not set"), 1, FAR, 0))
        .isInstanceOf(Verdict.Retry.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIMEOUT", "DNS", "RESET", "TLS", "TOO_LARGE", "PROTOCOL", "CONNECT"})
  void triesAgainWhenThereWasNoWholeAnswer(Exchange.Kind kind) {
    var failed = new Result.Tried(new Exchange.Failed(kind, "broken", Duration.ofSeconds(15)));

    Duration wait = waitIn(after(failed, 1, FAR, 0));

    // Counted from the end of the attempt, not from its beginning.
    assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20500));
  }

  @Test
  void startsAtOnceUnlessTheScheduleSaysOtherwise() {
    assertThat(NextAttempt.first(Policy.STANDARD, "id", NOW)).isEqualTo(NOW);
    Policy later = Policy.STANDARD.withSchedule(List.of(Duration.ofSeconds(10)));
    assertThat(NextAttempt.first(later, "id", NOW))
        .isBetween(NOW.plusSeconds(10), NOW.plusSeconds(11));
  }
}
