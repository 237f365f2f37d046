package org.parley.app.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.terminal.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley completion`.
@Command(
    name = "completion",
    description = {
      "Print a script with which the shell completes Parley's commands, options and choices.",
      "Example: source <(parley completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {
  /// The shells that a script is made for.
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a zsh must have loaded before it reads a script for bash.
  private static final String ZSH_HEAD =
      """
      #compdef parley
      autoload -U +X compinit && compinit
      autoload -U +X bashcompinit && bashcompinit
      """;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    String script = AutoComplete.bash("parley", spec.root().commandLine());
    var terminal = Terminal.ofProcess();
    switch (shell) {
      case BASH -> terminal.print(script);
      case ZSH -> terminal.print(ZSH_HEAD + script);
    }
    return ExitCode.DONE.number();
  }
}
