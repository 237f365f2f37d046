package org.parley.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.app.command.Commands;

/// A run of the command line in this process, with what it printed. Commands speak to the process's
/// own streams, so only one may run at a time.
record CommandLineRun(int exitCode, List<String> out, List<String> err) {
  static synchronized CommandLineRun of(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var capturedOut = new ByteArrayOutputStream();
    var capturedErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Commands.run(arguments);
      return new CommandLineRun(exitCode, lines(capturedOut), lines(capturedErr));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static List<String> lines(ByteArrayOutputStream captured) {
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /// What it said to a person: standard error without the log and without progress.
  List<String> said() {
    return err.stream()
        .filter(line -> !line.startsWith("…") && !line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d+ .*"))
        .toList();
  }

  String everything() {
    return String.join("\n", out) + "\n--- err\n" + String.join("\n", err);
  }
}
