package org.parley.app.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.secret.Seal;
import org.parley.alerts.secret.Secrets;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.Sealing;
import org.parley.app.config.Config;
import org.parley.app.probe.EndpointProbe;
import org.parley.app.probe.ProbeResult;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Endpoint;
import org.parley.contract.Json;
import org.parley.outbound.AddressPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley endpoint test`.
@Command(
    name = "test",
    description = {
      "Send a signed test event (its type is parley.test) to an endpoint, and say what came back, how"
          + " long it took, and what is wrong. No alert is sent, and nothing is recorded.",
      "Example: parley endpoint test desk",
      "Example: parley endpoint test https://desk.example.org/ --secret env:DESK_SECRET"
    },
    exitCodeList = {
      "0: the receiver accepted it",
      "1: it did not; the line says why",
      "65: there is no such endpoint"
    })
final class EndpointTestCommand implements Callable<Integer> {
  private static final String ID = "test";
  private static final Seal SEAL = passing();

  @Mixin private final Globals globals = new Globals();

  @Parameters(
      paramLabel = "ID|URL",
      description = "An endpoint of a running Parley, or the address of a receiver.")
  private String target = "";

  @Option(
      names = "--secret",
      paramLabel = "SECRET",
      description = {
        "For a URL: what to sign with, whsec_…, whsk_…, env:NAME or file:PATH. A new one is made and"
            + " printed when left out."
      })
  private @Nullable String secret;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "For a URL: standard or cloudevents (else standard).")
  private @Nullable String format;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    Config config = globals.config();
    boolean isUrl = target.contains("://");
    Secrets secrets = isUrl ? new Secrets(SEAL, System::getenv) : secrets(config);
    Endpoint endpoint = isUrl ? ofUrl() : stored(config);
    try (var progress = new Progress(terminal)) {
      progress.step("sending to " + endpoint.url());
      var probe =
          new EndpointProbe(
              AddressPolicy.allowing(config.alertsAllow()), secrets, Clock.systemUTC());
      ProbeResult result = probe.test(endpoint);
      terminal.out().println(json ? Json.write(result) : result.text());
      return (result.delivered() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }
  }

  private static Secrets secrets(Config config) {
    return new Secrets(new Sealing(config).seal(), System::getenv);
  }

  private Endpoint stored(Config config) {
    if (secret != null || format != null) {
      throw new Failure(
          ExitCode.USAGE,
          "--secret and --format go with a URL; endpoint '" + target + "' has its own");
    }
    Endpoint known = new EndpointBook(Cluster.find(config), Clock.systemUTC()).get(target);
    if (known == null) {
      throw new Failure(
          ExitCode.BAD_DATA,
          "there is no endpoint '" + target + "'; `parley endpoint list` shows them");
    }
    return known;
  }

  private Endpoint ofUrl() {
    String given = secret == null ? Secrets.fresh() : secret;
    if (secret == null) {
      terminal.err().println("signing with a new secret, which the receiver cannot know: " + given);
    }
    boolean inTheClear = given.startsWith("whsec_") || given.startsWith("whsk_");
    try {
      return new Endpoint(
          ID,
          target,
          Endpoint.Format.of(format == null ? "standard" : format),
          List.of(inTheClear ? SEAL.seal(ID, given) : given),
          List.of(),
          Endpoint.Status.ACTIVE,
          Endpoint.Policy.STANDARD);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /// With a key that nobody keeps: such an endpoint is gone when the command ends.
  private static Seal passing() {
    byte[] key = new byte[Seal.KEY_LENGTH];
    new SecureRandom().nextBytes(key);
    return Seal.of(Base64.getEncoder().encodeToString(key), "this command");
  }
}
