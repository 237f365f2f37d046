package org.parley.app;

import org.parley.app.command.Commands;

/// The process of the `parley` command.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Commands.run(arguments));
  }
}
