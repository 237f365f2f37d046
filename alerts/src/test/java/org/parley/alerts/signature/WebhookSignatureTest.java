package org.parley.alerts.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.alerts.signature.WebhookSignature.Verdict;
import org.parley.alerts.signature.WebhookSignature.Verdict.Rejected;
import org.parley.alerts.signature.WebhookSignature.Verdict.Verified;

class WebhookSignatureTest {
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String SYMMETRIC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SYMMETRIC_SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String PRIVATE = "whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk=";
  private static final String PRIVATE_SIGNED =
      "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag==";

  private static WebhookSignature sign(String... secrets) {
    List<SigningKey> keys = Stream.of(secrets).map(SigningKey::parse).toList();
    return WebhookSignature.sign(keys, ID, AT, BODY);
  }

  private static Verdict verify(WebhookSignature signature, Instant now, String... keys) {
    return verify(signature.id(), signature.timestamp(), signature.signatures(), now, keys);
  }

  private static Verdict verify(
      String id, String timestamp, String signatures, Instant now, String... keys) {
    Map<String, String> headers =
        Map.of(
            WebhookSignature.ID, id,
            WebhookSignature.TIMESTAMP, timestamp,
            WebhookSignature.SIGNATURE, signatures);
    Function<String, Optional<String>> header = name -> Optional.ofNullable(headers.get(name));
    List<VerifyingKey> parsed = Stream.of(keys).map(VerifyingKey::parse).toList();
    return WebhookSignature.verify(parsed, header, BODY, now);
  }

  @Test
  void signsAsTheVectorsOfTheSpecification() {
    assertThat(sign(SYMMETRIC).signatures()).isEqualTo(SYMMETRIC_SIGNED);
    assertThat(sign(PRIVATE).signatures()).isEqualTo(PRIVATE_SIGNED);
    assertThat(sign(SYMMETRIC).timestamp()).isEqualTo("1614265330");
  }

  @Test
  void signsOnceForEachSecretWhileOneIsReplaced() {
    WebhookSignature both = sign(SYMMETRIC, PRIVATE);
    assertThat(both.signatures()).isEqualTo(SYMMETRIC_SIGNED + " " + PRIVATE_SIGNED);
    assertThat(verify(both, AT, SYMMETRIC)).isEqualTo(new Verified(ID, AT));
    assertThat(verify(both, AT, PRIVATE)).isEqualTo(new Verified(ID, AT));
  }

  @Test
  void takesASeedWithItsPublicKeyAsTheSeedAlone() {
    byte[] seed = Base64.getDecoder().decode(PRIVATE.substring("whsk_".length()));
    String publicKey = SigningKey.parse(PRIVATE).verifying().toString();
    byte[] half = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    byte[] both = new byte[64];
    System.arraycopy(seed, 0, both, 0, 32);
    System.arraycopy(half, 0, both, 32, 32);
    String whole = "whsk_" + Base64.getEncoder().encodeToString(both);
    assertThat(sign(whole).signatures()).isEqualTo(PRIVATE_SIGNED);
    assertThat(verify(sign(PRIVATE), AT, publicKey)).isInstanceOf(Verified.class);

    both[63] ^= 1;
    String mismatched = "whsk_" + Base64.getEncoder().encodeToString(both);
    assertThatThrownBy(() -> SigningKey.parse(mismatched)).hasMessageContaining("own public key");
  }

  /// RFC 8032, section 7.1, tests 1 to 3.
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  })
  void derivesThePublicKeyOfASeed(String seed, String expected) {
    byte[] bytes = HexFormat.of().parseHex(seed);
    String secret = "whsk_" + Base64.getEncoder().encodeToString(bytes);
    byte[] publicKey = HexFormat.of().parseHex(expected);
    assertThat(SigningKey.parse(secret).verifying())
        .hasToString("whpk_" + Base64.getEncoder().encodeToString(publicKey));
  }

  /// Lengths and texts from a seed; verified by an implementation that is not ours.
  @Test
  void isVerifiedByStandardWebhooks() throws Exception {
    long seed = Clock.systemUTC().millis();
    System.out.println("WebhookSignatureTest.isVerifiedByStandardWebhooks seed " + seed);
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      byte[] key = new byte[random.nextInt(24, 65)];
      random.nextBytes(key);
      String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
      String body = "{\"ünïcode\": " + random.nextLong() + ", \"\\n\": \"\n\"}";
      String id = Long.toHexString(random.nextLong());
      Instant now = Clock.systemUTC().instant();
      WebhookSignature signature =
          WebhookSignature.sign(
              List.of(SigningKey.parse(PRIVATE), SigningKey.parse(secret)),
              id,
              now,
              body.getBytes(StandardCharsets.UTF_8));
      new Webhook(secret)
          .verify(
              body,
              Map.of(
                  WebhookSignature.ID, List.of(signature.id()),
                  WebhookSignature.TIMESTAMP, List.of(signature.timestamp()),
                  WebhookSignature.SIGNATURE, List.of(signature.signatures())));
    }
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("", "whsec_ or whsk_"),
        Arguments.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_ or whsk_"),
        Arguments.of("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_ or whsk_"),
        Arguments.of("whsec_", "24 to 64 bytes"),
        Arguments.of("whsec_" + base64(23), "24 to 64 bytes"),
        Arguments.of("whsec_" + base64(65), "24 to 64 bytes"),
        Arguments.of("whsec_" + base64(25).replace("=", ""), "standard base64"),
        Arguments.of("whsec_" + "-_".repeat(16), "standard base64"),
        Arguments.of("whsec_ " + base64(24), "standard base64"),
        Arguments.of("whsec_" + base64(24) + "\n", "standard base64"),
        Arguments.of("whsec_näher" + base64(24), "standard base64"),
        Arguments.of("whsk_" + base64(31), "32 to 64 bytes"),
        Arguments.of("whsk_" + base64(33), "32 bytes (the seed) or 64"),
        Arguments.of("whsk_" + base64(65), "32 to 64 bytes"));
  }

  private static String base64(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xa7);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void rejectsASecretOfAnotherFormWithoutRepeatingIt(String secret, String reason) {
    assertThatThrownBy(() -> SigningKey.parse(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("p6en", "MfKQ", "-_-_"));
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 32, 64})
  void takesSecretsOfEveryAllowedLength(int length) {
    assertThat(SigningKey.parse("whsec_" + base64(length))).hasToString("whsec_…");
  }

  @Test
  void rejectsAPublicKeyOfAnotherLength() {
    assertThatThrownBy(() -> VerifyingKey.parse("whpk_" + base64(31)))
        .hasMessageContaining("after whpk_ come 32 bytes");
  }

  @Test
  void printsNoSecret() {
    assertThat(SigningKey.parse(PRIVATE)).hasToString("whsk_…");
  }

  @ParameterizedTest
  @CsvSource({"-300, true", "300, true", "0, true", "-301, false", "301, false", "86400, false"})
  void verifiesWithinFiveMinutesEitherWay(long offset, boolean inTime) {
    assertThat(verify(sign(SYMMETRIC), AT.plusSeconds(offset), SYMMETRIC) instanceof Verified)
        .isEqualTo(inTime);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1,",
        "v1",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,G0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,!",
        "v1a,"
      })
  void rejectsAnyOtherSignature(String signatures) {
    assertThat(verify(ID, "1614265330", signatures, AT, SYMMETRIC, PRIVATE))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void findsItsSignatureAmongOthers() {
    String among = "v9,x v1,abc " + SYMMETRIC_SIGNED + " v1a,def";
    assertThat(verify(ID, "1614265330", among, AT, SYMMETRIC)).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @CsvSource({
    "other, 1614265330, no signature",
    "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265331, no signature",
    "msg_p5jXN8AQM9LWM0D4loKWxJek, -1614265330, malformed",
    "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330.5, malformed",
    "msg_p5jXN8AQM9LWM0D4loKWxJek, 99999999999999999999, malformed",
    "msg.1, 1614265330, malformed",
    "msg_p5jXN8AQM9LWM0D4loKWxJek, '', missing",
    "'', 1614265330, missing"
  })
  void rejectsAnotherIdOrTime(String id, String timestamp, String reason) {
    assertThat(verify(id, timestamp, SYMMETRIC_SIGNED, AT, SYMMETRIC))
        .isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.reason()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "a\nb", "ä"})
  void signsNoIdThatReceiversCouldMisread(String id) {
    List<SigningKey> keys = List.of(SigningKey.parse(SYMMETRIC));
    assertThatThrownBy(() -> WebhookSignature.sign(keys, id, AT, BODY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signsNothingWithoutASecret() {
    assertThatThrownBy(() -> WebhookSignature.sign(List.of(), ID, AT, BODY))
        .hasMessageContaining("without a secret");
  }
}
