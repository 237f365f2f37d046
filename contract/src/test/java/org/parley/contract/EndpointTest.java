package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  /// When [Samples#alert()], of the watch `black-sea`, was set off.
  private static final Instant AT = Samples.alert().at();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desk.example.org",
        "/hooks",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://",
        "https:///hooks",
        "https://user:hunter2@example.org/",
        "http://a b/",
        "javascript:alert(1)",
        "mailto:desk@example.org",
      })
  void refusesAUrlThatIsNotPlainHttp(String url) {
    assertThatThrownBy(() -> endpoint(url, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("url")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "HTTP://example.org/x?y=z",
        "http://127.0.0.1:8080/hooks",
        "https://[::1]/hooks",
      })
  void acceptsAPlainHttpUrl(String url) {
    assertThat(endpoint(url, List.of()).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_hunter2", "hunter2", "env:", "ENV:X", ""})
  void refusesASecretInTheClearWithoutRepeatingIt(String secret) {
    assertThatThrownBy(() -> endpoint("https://example.org/", List.of(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'desk'")
        .hasMessageContaining("never in the clear")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-1S, PT15S, 5, 0, schedule",
    "PT0S, PT0S, 5, 0, deadline",
    "PT0S, PT-1S, 5, 0, deadline",
    "PT0S, PT15S, 0, 0, inFlight",
    "PT0S, PT15S, 5, -1, perSecond",
    "PT0S, PT15S, 5, NaN, perSecond",
    "PT0S, PT15S, 5, Infinity, perSecond",
  })
  void refusesAPolicyThatCannotBeFollowed(
      Duration wait, Duration deadline, int inFlight, double perSecond, String component) {
    assertThatThrownBy(() -> new Endpoint.Policy(List.of(wait), deadline, inFlight, perSecond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(component);
  }

  @Test
  void refusesAnEmptySchedule() {
    assertThatThrownBy(() -> Endpoint.Policy.STANDARD.withSchedule(List.of()))
        .hasMessageContaining("schedule's length must be at least 1");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'',                0,    -,  true",
        "black-sea,         0,    -,  true",
        "other;black-sea,   0,    -,  true",
        "other,             0,    -,  false",
        "'',               -1,    0,  false",
        "'',               -1,    1,  true",
        "'',                1,    -,  false",
        "black-sea,        -9,    9,  true",
        "other,            -9,    9,  false",
      })
  void takesWhatATermCovers(String watches, int from, Integer until, boolean taken) {
    List<String> ids = watches.isEmpty() ? List.of() : List.of(watches.split(";"));

    assertThat(endpoint(term(ids, from, until)).takes(Samples.alert())).isEqualTo(taken);
  }

  @Test
  void takesWhatAnyOfItsTermsCovers() {
    var endpoint =
        endpoint(term(List.of("other"), -9, null), term(List.of(), -5, -1), term(List.of(), 0, 5));

    assertThat(endpoint.takes(Samples.alert())).isTrue();
  }

  @Test
  void takesNothingWithoutATerm() {
    assertThat(endpoint().takes(Samples.alert())).isFalse();
  }

  @Test
  void owesAfterItsEndWhatItWasOwedBefore() {
    var endpoint = endpoint(term(List.of(), -5, null));
    var closed = endpoint.closedAt(AT.plusSeconds(1));

    assertThat(endpoint.isRemoved()).isFalse();
    assertThat(closed.isRemoved()).isTrue();
    assertThat(closed.takes(Samples.alert())).isTrue();
    assertThat(endpoint.closedAt(AT).takes(Samples.alert())).isFalse();
  }

  @Test
  void keepsTermsThatEndedWhenItIsClosed() {
    var past = term(List.of("black-sea"), -9, -5);

    assertThat(endpoint(past, term(List.of(), -5, null)).closedAt(AT).terms())
        .containsExactly(past, term(List.of(), -5, 0));
  }

  private static Endpoint.Term term(List<String> watches, int from, @Nullable Integer until) {
    return new Endpoint.Term(
        watches, AT.plusSeconds(from), until == null ? null : AT.plusSeconds(until));
  }

  private static Endpoint endpoint(Endpoint.Term... terms) {
    return new Endpoint(
        "desk",
        "https://example.org/",
        Endpoint.Format.STANDARD,
        List.of(),
        List.of(terms),
        Endpoint.Status.ACTIVE,
        Endpoint.Policy.STANDARD);
  }

  private static Endpoint endpoint(String url, List<String> secrets) {
    return new Endpoint(
        "desk",
        url,
        Endpoint.Format.STANDARD,
        secrets,
        List.of(),
        Endpoint.Status.ACTIVE,
        Endpoint.Policy.STANDARD);
  }
}
