package org.parley.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.outbound.Exchange.Answered;
import org.parley.outbound.Exchange.Refused;
import org.parley.testkit.Answer;
import org.parley.testkit.WebhookReceiver;

class AddressTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /// Resolves `N.rebound` to whatever the test has put there, and counts.
  private static final class Names implements Lookup {
    private final List<List<InetAddress>> answers;
    private final AtomicInteger asked = new AtomicInteger();

    Names(List<List<InetAddress>> answers) {
      this.answers = answers;
    }

    static Names of(String... addresses) {
      return new Names(List.of(List.of(addresses).stream().map(InetAddress::ofLiteral).toList()));
    }

    @Override
    public List<InetAddress> addresses(String name) {
      int turn = asked.getAndIncrement();
      return answers.get(Math.min(turn, answers.size() - 1));
    }
  }

  private static GuardedHttp http(AddressPolicy policy, Lookup lookup) {
    return GuardedHttp.open(GuardedHttp.Settings.of(policy).withLookup(lookup));
  }

  private static final Lookup NEVER =
      name -> {
        throw new IllegalStateException("an address was looked up as a name: " + name);
      };

  private static Exchange get(GuardedHttp http, String url) {
    return http.send(Request.get(URI.create(url), Headers.none(), DEADLINE));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, this network",
    "0.1.2.3, this network",
    "10.0.0.0, private use",
    "10.255.255.255, private use",
    "100.64.0.1, shared address space",
    "100.127.255.255, shared address space",
    "127.0.0.1, loopback",
    "127.255.255.254, loopback",
    "169.254.169.254, link local",
    "172.16.0.1, private use",
    "172.31.255.255, private use",
    "192.0.0.1, service continuity",
    "192.0.0.9, port control protocol anycast",
    "192.0.0.171, NAT64 discovery",
    "192.0.0.200, IETF protocol assignments",
    "192.0.2.1, documentation",
    "192.31.196.1, AS112",
    "192.52.193.1, multicast tunnelling",
    "192.88.99.1, 6to4 relay",
    "192.168.0.1, private use",
    "192.175.48.1, AS112",
    "198.18.0.1, benchmarking",
    "198.19.255.255, benchmarking",
    "198.51.100.7, documentation",
    "203.0.113.7, documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "240.0.0.1, reserved",
    "255.255.255.255, limited broadcast",
    "127.1, loopback",
    "127.0.1, loopback",
    "2130706433, loopback",
    "0x7f000001, loopback",
    "0x7F.0.0.1, loopback",
    "0177.0.0.1, loopback",
    "017700000001, loopback",
    "127.0.0.1., loopback",
    "10.1, private use",
    "0, this network",
    "0x, this network",
    "[::], unspecified",
    "[::1], loopback",
    "[0:0:0:0:0:0:0:1], loopback",
    "[::7f00:1], IPv4-compatible",
    "[::ffff:127.0.0.1], IPv4-mapped",
    "[::ffff:7f00:1], IPv4-mapped",
    "[::ffff:8.8.8.8], IPv4-mapped",
    "[64:ff9b::7f00:1], NAT64",
    "[64:ff9b:1::1], 'NAT64, local use'",
    "[100::1], discard only",
    "[2001::1], Teredo",
    "[2001:1::1], port control protocol",
    "[2001:2::1], benchmarking",
    "[2001:10::1], ORCHID",
    "[2001:20::1], ORCHIDv2",
    "[2001:100::1], IETF protocol assignments",
    "[2001:db8::1], documentation",
    "[2002:7f00:1::1], 6to4",
    "[2620:4f:8000::1], AS112",
    "[3fff::1], documentation",
    "[5f00::1], segment routing",
    "[fc00::1], unique local",
    "[fd00::1], unique local",
    "[fe80::1], link local",
    "[fec0::1], site local",
    "[ff02::1], multicast",
    "[4000::1], not given out",
    "[fe80::1%25eth0], names a network interface",
    "256.1, not an IPv4 address",
    "1.2.3.4.5, not an IPv4 address",
    "127.0.0.08, not an IPv4 address",
    "4294967296, not an IPv4 address",
    "99999999999999999999, not an IPv4 address",
    "example.1, not an IPv4 address"
  })
  void refusesSpecialAddressesInEverySpelling(String host, String reason) {
    try (GuardedHttp http = http(AddressPolicy.publicOnly(), NEVER)) {
      assertThat(get(http, "http://" + host + "/"))
          .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason()).contains(reason));
      assertThat(get(http, "https://" + host + ":8443/")).isInstanceOf(Refused.class);
    }
  }

  /// Full-width digits and ideographic dots, which name preparation turns into ASCII.
  @Test
  void refusesAnAddressInFullWidthDigits() {
    try (GuardedHttp http = http(AddressPolicy.publicOnly(), NEVER)) {
      assertThat(get(http, "http://１２７。０。０。１/")).isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2000::1",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700::1111",
        "3ffe::1"
      })
  void letsPublicAddressesThrough(String address) {
    assertThat(AddressPolicy.publicOnly().refusal(InetAddress.ofLiteral(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10.1.2.3, private use", "fd00::1, unique local", "127.0.0.1, loopback"})
  void refusesANameThatMeansASpecialAddress(String address, String reason) {
    try (GuardedHttp http = http(AddressPolicy.publicOnly(), Names.of(address))) {
      assertThat(get(http, "http://inside.example.org/"))
          .isInstanceOfSatisfying(
              Refused.class,
              r -> assertThat(r.reason()).contains("inside.example.org = ").contains(reason));
    }
  }

  @Test
  void sendsNoPacketToARefusedAddress() {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        GuardedHttp http = GuardedHttp.open(AddressPolicy.publicOnly())) {
      for (String host : List.of("127.0.0.1", "2130706433", "localhost", "[::ffff:127.0.0.1]")) {
        assertThat(get(http, "http://" + host + ":" + receiver.port() + "/"))
            .as(host)
            .isInstanceOf(Refused.class);
      }
      // The first connection that the receiver sees is the one made here.
      try (GuardedHttp open = GuardedHttp.open(AddressPolicy.allowing(List.of("loopback")))) {
        get(open, receiver.uri("/").toString());
      }
      assertThat(receiver.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "[::ffff:127.0.0.1]"
      })
  void dialsEverySpellingOfAnAddressThatIsOpened(String host) {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        GuardedHttp http = http(AddressPolicy.allowing(List.of("loopback")), NEVER)) {
      assertThat(get(http, "http://" + host + ":" + receiver.port() + "/"))
          .isInstanceOf(Answered.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loopback", "127.0.0.0/8", "127.0.0.1", "Receiver.Test", "receiver.test:PORT"})
  void opensWhatTheOperatorAllows(String entry) {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      String port = Integer.toString(receiver.port());
      AddressPolicy policy = AddressPolicy.allowing(List.of(entry.replace("PORT", port)));
      try (GuardedHttp http = http(policy, Names.of("127.0.0.1"))) {
        assertThat(get(http, "http://receiver.test:" + port + "/")).isInstanceOf(Answered.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"private", "127.0.0.2", "other.test", "receiver.test:1", "::1", "fd00::/8"})
  void keepsShutWhatTheOperatorDoesNotAllow(String entry) {
    try (GuardedHttp http = http(AddressPolicy.allowing(List.of(entry)), Names.of("127.0.0.1"))) {
      assertThat(get(http, "http://receiver.test:2/")).isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "::1/200", "http://a", "a b", "*"})
  void rejectsAMalformedAllowance(String entry) {
    assertThatThrownBy(() -> AddressPolicy.allowing(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + entry + "' must be loopback, private");
  }

  /// The name means an allowed address when it is checked and another one a moment later: it is
  /// looked up once, and what was checked is dialled.
  @Test
  void dialsTheAddressThatWasChecked() {
    Names rebinding =
        new Names(
            List.of(
                List.of(InetAddress.ofLiteral("127.0.0.1")),
                List.of(InetAddress.ofLiteral("127.0.0.2"))));
    AddressPolicy policy = AddressPolicy.allowing(List.of("127.0.0.1"));
    try (WebhookReceiver receiver =
            WebhookReceiver.answering(Answer.ok(), Answer.ok().with("Connection", "close"));
        GuardedHttp http = http(policy, rebinding)) {
      String url = "http://rebound.test:" + receiver.port() + "/";
      assertThat(get(http, url)).isInstanceOf(Answered.class);
      assertThat(rebinding.asked).hasValue(1);
      // Over the same connection, which was checked when it was made.
      assertThat(get(http, url)).isInstanceOf(Answered.class);
      assertThat(rebinding.asked).hasValue(1);
      assertThat(receiver.connections()).isEqualTo(1);
      // A new connection is checked anew.
      assertThat(get(http, url))
          .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason()).contains("127.0.0.2"));
    }
  }

  @Test
  void leavesOutTheAddressesOfANameThatMayNotBeDialled() {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        GuardedHttp http =
            http(AddressPolicy.allowing(List.of("loopback")), Names.of("10.0.0.1", "127.0.0.1"))) {
      assertThat(get(http, "http://mixed.test:" + receiver.port() + "/"))
          .isInstanceOf(Answered.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.org/, must begin with http",
    "file:///etc/passwd, must begin with http",
    "/path, must begin with http",
    "http:///path, must have host",
    "http://user:hunter2@example.org/, with a user name",
    "http://example.org:99999/, port 99999 must be",
    "http://example.org:0/, port 0 must be",
    "http://a%0d%0aX-Injected/, is not a host name",
    "http://%31%32%37.0.0.1/, is not a host name",
    "http://a..b/, is not a host name",
    "http://a$b/, is not a host name",
    "mailto:a@example.org, must begin with http"
  })
  void refusesAUrlThatNamesNoHttpHost(String url, String reason) {
    try (GuardedHttp http = http(AddressPolicy.publicOnly(), NEVER)) {
      assertThat(get(http, url))
          .isInstanceOfSatisfying(
              Refused.class,
              r -> assertThat(r.reason()).contains(reason).doesNotContain("hunter2"));
    }
  }

  @Test
  void namesTheHostThatHasNoAddress() {
    Lookup none =
        name -> {
          throw new UnknownHostException(name + " does not exist");
        };
    try (GuardedHttp http = http(AddressPolicy.publicOnly(), none)) {
      assertThat(get(http, "https://nowhere.test/"))
          .isInstanceOfSatisfying(
              Exchange.Failed.class,
              f -> {
                assertThat(f.kind()).isEqualTo(Exchange.Kind.DNS);
                assertThat(f.reason()).contains("nowhere.test");
              });
    }
  }
}
