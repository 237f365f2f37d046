package org.parley.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.processor.watch.WrittenWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley watch`.
@Command(
    name = "watch",
    description = {
      "Add, list, remove or try watches: what is looked for.",
      "Example: parley watch list"
    },
    subcommands = {
      WatchCommand.Add.class,
      WatchCommand.Show.class,
      WatchCommand.Remove.class,
      WatchTestCommand.class
    })
final class WatchCommand {
  @Command(
      name = "add",
      description = {
        "Add the watches of YAML files, or replace those of the same id. They see what arrives after"
            + " them. A watch that has tests in its file must pass them first.",
        "Example: parley watch add seeds/watches/peace-talks.yaml"
      },
      exitCodeList = {
        "1: a watch fails a test of its own; nothing was added",
        "65: a file is not a watch; nothing was added",
        "66: a file cannot be read; nothing was added"
      })
  static final class Add implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A watch in YAML.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--force", description = "Add them even if they fail their tests.")
    private boolean force;

    @Override
    public Integer call() {
      List<Watch> watches = files.stream().map(this::read).toList();
      Cluster cluster = globals.cluster();
      new WatchBook(cluster).accept(watches);
      var out = Terminal.ofProcess().out();
      for (Watch watch : watches) {
        out.printf(
            Locale.ROOT,
            "watch %s is on; its alerts go to %s%n",
            watch.watchId(),
            cluster.world().alertsOf(watch.watchId()).name());
      }
      return ExitCode.DONE.number();
    }

    private Watch read(Path file) {
      WrittenWatch written = WatchFiles.written(file);
      var tests = new WatchTests(Terminal.ofProcess(), file.toString());
      tests.warn(written);
      if (!force && !tests.pass(written)) {
        throw new Failure(
            ExitCode.CHECK_FAILED,
            "nothing was added: watch "
                + written.watch().watchId()
                + " fails a test of its own; mend the one or the other, or add it as it is with"
                + " --force");
      }
      return written.watch();
    }
  }

  @Command(
      name = "list",
      description = {
        "List the watches that are on: id, concept, stages, text query.",
        "Example: parley watch list --json | jq -r .watchId"
      })
  static final class Show implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
      var out = Terminal.ofProcess().out();
      for (Watch watch : new WatchBook(globals.cluster()).watches().values()) {
        out.println(json ? Json.write(watch) : line(watch));
      }
      return ExitCode.DONE.number();
    }

    private static String line(Watch watch) {
      return String.format(
          Locale.ROOT,
          "%-24s %s%s%s",
          watch.watchId(),
          watch.concept() == null ? "any text" : watch.concept(),
          watch.stages().isEmpty()
              ? ""
              : " " + watch.stages().stream().map(Stage::label).collect(Collectors.joining(", ")),
          watch.query() == null ? "" : " query: " + watch.query());
    }
  }

  @Command(
      name = "remove",
      description = {
        "Remove a watch. Its topic and the alerts in it stay until they expire.",
        "Example: parley watch remove peace-talks"
      },
      exitCodeList = "65: there is no such watch")
  static final class Remove implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Parameters(paramLabel = "ID", description = "The watch's id.")
    private String id = "";

    @Override
    public Integer call() {
      if (!new WatchBook(globals.cluster()).remove(id)) {
        throw new Failure(
            ExitCode.BAD_DATA, "there is no watch '" + id + "'; `parley watch list` shows them");
      }
      Terminal.ofProcess().out().println("watch " + id + " is off");
      return ExitCode.DONE.number();
    }
  }
}
