package org.parley.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.app.access.Refusal;
import org.parley.app.log.Logs;
import org.parley.app.terminal.Terminal;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The whole command line: parses it, runs the command, and turns whatever ends it into one line
/// and an exit code.
@Command(
    name = "parley",
    version = "parley 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The news monitor for peace talks: reads articles, finds the sentences that speak of peace talks,"
          + " and tells you of each story once.",
      "",
      "Start with `parley demo`; then `parley run` in one terminal and `parley tail alerts` in another.",
      "Example: parley demo"
    },
    footer = {"", "`parley help COMMAND` explains a command. Exit codes: docs/exit-codes.md."},
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      IngestCommand.class,
      ProcessorCommand.class,
      AlertsCommand.class,
      ReplayCommand.class,
      TailCommand.class,
      StoriesCommand.class,
      WatchCommand.class,
      EndpointCommand.class,
      FeedCommand.class,
      ReceiveCommand.class,
      AuditCommand.class,
      HealthCommand.class,
      DoctorCommand.class,
      DlqCommand.class,
      TopicsCommand.class,
      ConfigCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
public final class Commands {
  /// Fits every terminal.
  private static final int HELP_WIDTH = 80;

  private Commands() {}

  /// @return the exit code
  public static int run(String[] arguments) {
    // Before any thread logs: those that log while it starts are told off on standard error.
    LoggerFactory.getILoggerFactory();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new Commands());
    arrange(line);
    line.getSubcommands().values().forEach(Commands::addHelp);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    line.setParameterExceptionHandler((e, _) -> misused(e));
    line.setExecutionStrategy(new CommandLine.RunLast());
    return line;
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    arrange(command);
    command.getSubcommands().values().forEach(Commands::addHelp);
  }

  /// The parts of a help text, each under a heading.
  private static void arrange(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n");
    usage.optionListHeading("%nOptions:%n");
    usage.commandListHeading("%nCommands:%n");
    if (!usage.exitCodeList().isEmpty()) {
      usage.exitCodeListHeading("%nExit codes:%n");
    }
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
  }

  private static int failed(Exception e, CommandLine command) {
    var err = Terminal.ofProcess().err();
    return switch (e) {
      case Failure failure -> said(err, failure);
      case InterruptedException _ -> ExitCode.INTERRUPTED.number();
      default ->
          refusal(e, command)
              .map(failure -> said(err, failure))
              .orElseGet(() -> Surprise.explain(e, err).number());
    };
  }

  /// Whoever types a command is the operator, as far as rights go.
  private static Optional<Failure> refusal(Exception e, CommandLine command) {
    return command.getCommandSpec().mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(Globals.class::isInstance)
        .flatMap(globals -> ((Globals) globals).known().stream())
        .findFirst()
        .flatMap(cluster -> new Refusal(cluster, Actor.OPERATOR).of(e));
  }

  private static int said(PrintWriter err, Failure failure) {
    if (Logs.areForMachines()) {
      Logs.complain(failure.line());
    } else {
      err.println("parley: " + failure.line());
    }
    return failure.code().number();
  }

  private static int misused(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    List<String> meant =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String mend =
        meant.isEmpty()
            ? "`" + command + " --help` shows what there is"
            : "did you mean " + meant.stream().limit(3).collect(Collectors.joining(" or ")) + "?";
    Terminal.ofProcess().err().println(command + ": " + e.getMessage() + "; " + mend);
    return ExitCode.USAGE.number();
  }
}
