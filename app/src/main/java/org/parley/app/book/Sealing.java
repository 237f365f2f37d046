package org.parley.app.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.secret.Seal;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.contract.Endpoint;

/// The secrets of endpoints on their way into the log: what is a reference stays one, what is a
/// secret is sealed.
public final class Sealing {
  private static final String ENV = "env:";
  private static final String FILE = "file:";

  private final Config config;

  public Sealing(Config config) {
    this.config = config;
  }

  /// What opens and makes seals: the key that the configuration names, else the data directory's,
  /// which is made when it is not there yet.
  ///
  /// @throws Failure when the key cannot be read or is none
  public Seal seal() {
    String reference = config.secretKey();
    try {
      return reference == null
          ? Seal.in(config.dataDir())
          : Seal.of(read(reference).strip(), reference);
    } catch (IOException e) {
      throw new Failure(ExitCode.NO_INPUT, "the sealing key cannot be had: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "secret.key: " + e.getMessage(), e);
    }
  }

  /// @param given references, or secrets in the clear
  public List<String> referencesOf(String endpointId, List<String> given) {
    return given.stream().map(secret -> reference(endpointId, secret)).toList();
  }

  /// The endpoint as it may be shown.
  public static Endpoint hidden(Endpoint endpoint) {
    List<String> secrets =
        endpoint.secrets().stream().map(s -> s.startsWith(Seal.PREFIX) ? "sealed:…" : s).toList();
    return new Endpoint(
        endpoint.endpointId(),
        endpoint.url(),
        endpoint.format(),
        secrets,
        endpoint.terms(),
        endpoint.status(),
        endpoint.policy());
  }

  private String reference(String endpointId, String secret) {
    if (secret.startsWith(ENV) || secret.startsWith(FILE) || secret.startsWith(Seal.PREFIX)) {
      return secret;
    }
    if (!secret.startsWith("whsec_") && !secret.startsWith("whsk_")) {
      throw new Failure(ExitCode.USAGE, "--secret must be env:NAME, file:PATH, whsec_… or whsk_…");
    }
    return seal().seal(endpointId, secret);
  }

  private static String read(String reference) throws IOException {
    if (reference.startsWith(FILE)) {
      return Files.readString(Path.of(reference.substring(FILE.length())));
    }
    @Nullable String value =
        reference.startsWith(ENV) ? System.getenv(reference.substring(ENV.length())) : null;
    if (value == null) {
      throw new IllegalArgumentException(
          "must be env:NAME of a variable that is set, or file:PATH, not '" + reference + "'");
    }
    return value;
  }
}
