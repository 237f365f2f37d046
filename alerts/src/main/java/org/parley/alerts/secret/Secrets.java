package org.parley.alerts.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.signature.SigningKey;
import org.parley.contract.Endpoint;

/// Turns the references in an endpoint's record into keys: `env:NAME`, `file:PATH`, `sealed:…`.
/// Nothing is kept, so a file that is replaced takes effect at once. Safe for all threads.
public final class Secrets {
  private static final int MOST_BYTES = 4 * 1024;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Seal seal;
  private final Environment environment;

  /// The variables of the process, or a test's.
  @FunctionalInterface
  public interface Environment {
    @Nullable String value(String name);
  }

  public Secrets(Seal seal, Environment environment) {
    this.seal = seal;
    this.environment = environment;
  }

  /// A new secret for HMAC-SHA256: `whsec_` and 32 random bytes in base64.
  public static String fresh() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /// The keys that sign for `endpoint`, in the order of its record.
  public Resolution resolve(Endpoint endpoint) {
    List<SigningKey> keys = new ArrayList<>();
    for (String reference : endpoint.secrets()) {
      try {
        keys.add(key(endpoint.endpointId(), reference));
      } catch (UnresolvedException e) {
        String which =
            "secret " + (keys.size() + 1) + " of endpoint '" + endpoint.endpointId() + "'";
        return new Resolution.Unresolved(
            Redaction.redact(which + " (" + reference + ") " + e.reason()));
      }
    }
    return new Resolution.Resolved(keys);
  }

  private SigningKey key(String endpointId, String reference) throws UnresolvedException {
    String secret = secret(endpointId, reference);
    try {
      return SigningKey.parse(secret);
    } catch (IllegalArgumentException e) {
      throw new UnresolvedException("is malformed: " + e.getMessage());
    }
  }

  private String secret(String endpointId, String reference) throws UnresolvedException {
    if (reference.startsWith("env:")) {
      return variable(reference.substring("env:".length()));
    }
    if (reference.startsWith("file:")) {
      return content(reference.substring("file:".length()));
    }
    if (reference.startsWith(Seal.PREFIX)) {
      return seal.open(endpointId, reference);
    }
    throw new UnresolvedException("must be env:NAME, file:PATH or sealed:…");
  }

  private String variable(String name) throws UnresolvedException {
    if (!NAME.matcher(name).matches()) {
      throw new UnresolvedException("names no environment variable");
    }
    String value = environment.value(name);
    if (value == null || value.isBlank()) {
      throw new UnresolvedException("is not set; export the variable and start again");
    }
    return value.strip();
  }

  private static String content(String file) throws UnresolvedException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UnresolvedException("is over " + MOST_BYTES + " bytes, which no secret is");
      }
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new UnresolvedException(
          "cannot be read (" + e.getClass().getSimpleName() + "); make the file readable");
    }
  }
}
