package org.parley.app.command;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.alerts.secret.Secrets;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.Sealing;
import org.parley.app.config.Config;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Endpoint;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley endpoint`.
@Command(
    name = "endpoint",
    description = {
      "Add, list, remove or test endpoints: the webhooks that alerts are delivered to.",
      "Example: parley endpoint list"
    },
    subcommands = {
      EndpointCommand.Add.class,
      EndpointCommand.Show.class,
      EndpointCommand.Remove.class,
      EndpointTestCommand.class
    })
final class EndpointCommand {
  @Command(
      name = "add",
      description = {
        "Add an endpoint, or change the one of that id. It gets what arrives after it.",
        "Example: parley endpoint add desk https://desk.example.org/ --watch peace-talks"
      })
  static final class Add implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Parameters(index = "0", paramLabel = "ID", description = "1 to 100 of a-z, 0-9 and '-'.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "URL", description = "http:// or https://.")
    private String url = "";

    @Option(
        names = "--secret",
        paramLabel = "SECRET",
        description = {
          "env:NAME or file:PATH, looked up by whoever delivers; or whsec_…, which is sealed with this"
              + " data directory's key. A new one is made and printed once when left out.",
          "Several while one is being replaced, newest first."
        })
    private List<String> secrets = new ArrayList<>();

    @Option(
        names = "--watch",
        paramLabel = "ID",
        description = "Only this watch's alerts; may be repeated (else those of all).")
    private List<String> watches = new ArrayList<>();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "standard",
        description = "standard or cloudevents (default: ${DEFAULT-VALUE}).")
    private String format = "standard";

    @Override
    public Integer call() {
      var out = Terminal.ofProcess().out();
      Config config = globals.config();
      Sealing sealing = new Sealing(config);
      List<String> given = new ArrayList<>(secrets);
      String made = given.isEmpty() ? Secrets.fresh() : null;
      if (made != null) {
        given.add(made);
      }
      Wanted wanted = wanted(sealing.referencesOf(id, given));
      Cluster cluster = Cluster.find(config);
      Instant from = new EndpointBook(cluster, Clock.systemUTC()).accept(wanted);
      out.printf(Locale.ROOT, "endpoint %s gets what arrives from %s on%n", id, from);
      if (made != null) {
        out.println("its secret, shown this once: " + made);
      }
      return ExitCode.DONE.number();
    }

    private Wanted wanted(List<String> references) {
      try {
        return new Wanted(
            id, url, Endpoint.Format.of(format), references, watches, Endpoint.Policy.STANDARD);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
      }
    }
  }

  @Command(
      name = "list",
      description = {
        "List the endpoints: id, status, URL, watches.",
        "Example: parley endpoint list --json | jq -r .url"
      })
  static final class Show implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Option(names = "--json", description = "Print one JSON object a line; secrets are hidden.")
    private boolean json;

    @Override
    public Integer call() {
      var out = Terminal.ofProcess().out();
      var book = new EndpointBook(globals.cluster(), Clock.systemUTC());
      for (Endpoint endpoint : book.endpoints()) {
        out.println(json ? Json.write(Sealing.hidden(endpoint)) : line(endpoint));
      }
      return ExitCode.DONE.number();
    }

    private static String line(Endpoint endpoint) {
      List<String> watches = endpoint.terms().getLast().watches();
      return String.format(
          Locale.ROOT,
          "%-24s %-8s %s %s",
          endpoint.endpointId(),
          endpoint.status().label(),
          endpoint.url(),
          watches.isEmpty() ? "all watches" : String.join(",", watches));
    }
  }

  @Command(
      name = "remove",
      description = {
        "Remove an endpoint. What is pending for it is cancelled, and recorded so.",
        "Example: parley endpoint remove desk"
      },
      exitCodeList = "65: there is no such endpoint")
  static final class Remove implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Parameters(paramLabel = "ID", description = "The endpoint's id.")
    private String id = "";

    @Override
    public Integer call() {
      var book = new EndpointBook(globals.cluster(), Clock.systemUTC());
      if (!book.remove(id)) {
        throw new Failure(
            ExitCode.BAD_DATA,
            "there is no endpoint '" + id + "'; `parley endpoint list` shows them");
      }
      Terminal.ofProcess().out().println("endpoint " + id + " is removed");
      return ExitCode.DONE.number();
    }
  }
}
