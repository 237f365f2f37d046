package org.parley.app.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.parley.app.log.Logs;

/// Where a command speaks. What a program would read goes to [#out()], everything for a person
/// about the course of things to [#err()]. Colours only on a terminal, and not when `NO_COLOR` is
/// set. Thread-safe: each line is written whole.
public final class Terminal {
  private static final String ESCAPE = "\u001b[";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colours;
  private final boolean interactive;

  /// @param colours whether escapes are wanted
  /// @param interactive whether a line may be overwritten
  public Terminal(PrintStream out, PrintStream err, boolean colours, boolean interactive) {
    this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    this.colours = colours;
    this.interactive = interactive;
  }

  /// The process's own, as far as the environment allows colours.
  public static Terminal ofProcess() {
    boolean interactive = System.console() != null && System.console().isTerminal();
    boolean wanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(System.out, System.err, interactive && wanted, interactive);
  }

  /// For results.
  public PrintWriter out() {
    return out;
  }

  /// Prints a text that has its own line ends, at once: [PrintWriter#print(String)] would keep it
  /// back, and lose it at the end of the process.
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /// For progress and problems.
  public PrintWriter err() {
    return err;
  }

  /// Says a line about the course of things: to a person on [#err()], or as a line of the log where
  /// that is for machines.
  public void say(String line) {
    if (Logs.areForMachines()) {
      Logs.say(line);
    } else {
      err.println(line);
    }
  }

  public boolean isInteractive() {
    return interactive;
  }

  public String bold(String text) {
    return styled("1", text);
  }

  public String dim(String text) {
    return styled("2", text);
  }

  public String green(String text) {
    return styled("32", text);
  }

  public String red(String text) {
    return styled("31", text);
  }

  /// For the words of a mention: highlighted, or between brackets where there are no colours.
  public String marked(String text) {
    return colours ? styled("1;33", text) : "[" + text + "]";
  }

  /// For the words of one of several mentions: highlighted with its number after it, or `[[1:…]]`
  /// where there are no colours.
  public String numbered(String number, String text) {
    return colours ? styled("1;33", text) + styled("2", number) : "[[" + number + ":" + text + "]]";
  }

  private String styled(String code, String text) {
    return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
