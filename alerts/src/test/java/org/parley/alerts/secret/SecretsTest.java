package org.parley.alerts.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.alerts.secret.Resolution.Resolved;
import org.parley.alerts.secret.Resolution.Unresolved;
import org.parley.alerts.signature.SigningKey;
import org.parley.alerts.signature.WebhookSignature;
import org.parley.contract.Endpoint;
import org.parley.testkit.Sample;

class SecretsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

  @TempDir private Path folder;
  private Seal seal;
  private Secrets secrets;

  @BeforeEach
  void open() throws IOException {
    seal = Seal.in(folder);
    secrets = secrets(seal);
  }

  private static Secrets secrets(Seal seal) {
    Map<String, String> variables = Map.of("SECRET", SECRET, "BLANK", " ", "BAD", "hunter2hunter2");
    return new Secrets(seal, variables::get);
  }

  private static Endpoint endpoint(String... references) {
    return Sample.endpoint().id("desk").secrets(references).build();
  }

  private static String sign(List<SigningKey> keys) {
    return WebhookSignature.sign(keys, "id", Instant.EPOCH, new byte[0]).signatures();
  }

  private static void assertResolved(Resolution resolution, String... expected) {
    List<SigningKey> keys = List.of(expected).stream().map(SigningKey::parse).toList();
    assertThat(resolution)
        .isInstanceOfSatisfying(
            Resolved.class, r -> assertThat(sign(r.keys())).isEqualTo(sign(keys)));
  }

  private static void assertUnresolved(Resolution resolution, String... parts) {
    assertThat(resolution)
        .isInstanceOfSatisfying(
            Unresolved.class,
            u ->
                assertThat(u.reason())
                    .contains("endpoint 'desk'")
                    .contains(parts)
                    .doesNotContain("hunter2", "MfKQ", "\n"));
  }

  @Test
  void resolvesVariablesFilesAndSealsInOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), OTHER + "\n");
    assertResolved(
        secrets.resolve(endpoint("file:" + file, "env:SECRET", seal.seal("desk", OTHER))),
        OTHER,
        SECRET,
        OTHER);
    assertThat(secrets.resolve(endpoint())).isEqualTo(new Resolved(List.of()));
  }

  @Test
  void readsAFileAgainSoThatAReplacedSecretTakesEffect() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), OTHER);
    Endpoint endpoint = endpoint("file:" + file);
    assertResolved(secrets.resolve(endpoint), OTHER);
    Files.writeString(file, SECRET);
    assertResolved(secrets.resolve(endpoint), SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "env:NONE, 'secret 1', '(env:NONE) is not set; export'",
    "env:BLANK, 'secret 1', '(env:BLANK) is not set'",
    "env:BAD, 'secret 1', '(env:BAD) is malformed: a signing secret begins with whsec_'",
    "env:A-B, 'secret 1', 'names no environment variable'",
    "env:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, '(env:whsec_…)', 'is not set'",
    "file:/none/there, '(file:/none/there)', 'cannot be read (NoSuchFileException)'",
    "file:/, 'secret 1', 'cannot be read'",
    "file:/dev/zero, 'secret 1', 'is over 4096 bytes'",
    "sealed:!, 'secret 1', 'not URL-safe base64'",
    "sealed:AAAA, '(sealed:…)', 'no known format'"
  })
  void saysWhichSecretOfWhichEndpointIsOutOfReachAndWhy(
      String reference, String where, String why) {
    assertUnresolved(secrets.resolve(endpoint(reference)), where, why);
    assertUnresolved(secrets.resolve(endpoint("env:SECRET", reference)), "secret 2", why);
  }

  @Test
  void opensASealOnlyForItsOwnEndpoint() {
    assertUnresolved(
        secrets.resolve(endpoint(seal.seal("other-desk", SECRET))), "sealed for another endpoint");
  }

  @Test
  void opensASealOnlyWithItsOwnKey() throws IOException {
    String sealed = seal.seal("desk", SECRET);
    Seal another = Seal.in(folder.resolve("another"));
    assertUnresolved(
        secrets(another).resolve(endpoint(sealed)), "sealed with another key", "secrets.key");
    assertResolved(secrets(Seal.in(folder)).resolve(endpoint(sealed)), SECRET);
  }

  @Test
  void noticesASealThatWasChanged() {
    String sealed = seal.seal("desk", SECRET);
    char last = sealed.charAt(40) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 40) + last + sealed.substring(41);
    assertUnresolved(secrets.resolve(endpoint(changed)), "damaged");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    String sealed = seal.seal("desk", SECRET);
    assertThat(sealed).startsWith("sealed:").isNotEqualTo(seal.seal("desk", SECRET));
    assertThat(sealed).doesNotContain("MfKQ");
  }

  @Test
  void keepsItsKeyFromOthers() throws IOException {
    Path key = folder.resolve("secrets.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> Seal.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(key + " can be read by others; run chmod 600 " + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "aHVudGVyMmh1bnRlcjI=", "not base64 at all!"})
  void namesAKeyFileThatHoldsNoKey(String content) throws IOException {
    Path key = folder.resolve("secrets.key");
    Files.writeString(key, content);
    assertThatThrownBy(() -> Seal.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(key + " must be 32 bytes in base64");
    assertThatThrownBy(() -> Seal.of(content, "PARLEY_KEY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PARLEY_KEY must be 32 bytes");
  }

  @Test
  void takesAKeyThatIsGiven() throws IOException {
    Seal given = Seal.of(Files.readString(folder.resolve("secrets.key")), "PARLEY_KEY");
    assertResolved(secrets.resolve(endpoint(given.seal("desk", SECRET))), SECRET);
    assertThat(given).hasToString("seal of PARLEY_KEY");
  }

  @Test
  void agreesOnOneKeyWhenManyStartAtOnce() {
    Path fresh = folder.resolve("fresh");
    List<CompletableFuture<Seal>> seals =
        IntStream.range(0, 16)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(() -> {
                  try {
                    return Seal.in(fresh);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }))
            .toList();
    String sealed = seals.getFirst().join().seal("desk", SECRET);
    for (CompletableFuture<Seal> other : seals) {
      assertResolved(secrets(other.join()).resolve(endpoint(sealed)), SECRET);
    }
    assertThat(fresh).isDirectoryContaining("glob:**/secrets.key");
    assertThat(fresh.toFile().list()).hasSize(1);
  }

  @Test
  void makesAFreshSecretEachTime() {
    String fresh = Secrets.fresh();
    assertThat(fresh).startsWith("whsec_").isNotEqualTo(Secrets.fresh());
    assertThat(SigningKey.parse(fresh)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "the secret whsec_abc+/= is bad, the secret whsec_… is bad",
    "whsk_a and sealed:b-_c, whsk_… and sealed:…",
    "nothing here, nothing here",
    "whpk_public stays, whpk_public stays"
  })
  void redactsSecretsInText(String text, String redacted) {
    assertThat(Redaction.redact(text)).isEqualTo(redacted);
  }
}
