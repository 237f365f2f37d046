package org.parley.app.command;

import java.util.List;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Terminal;
import org.parley.app.trial.ExpectationTrial;
import org.parley.app.trial.Judgement;
import org.parley.processor.watch.WrittenWatch;

/// The unit tests of a watch and the warnings about it, as a person sees them.
///
/// @param file of the watch
record WatchTests(Terminal terminal, String file) {
  /// Says what is probably not meant.
  void warn(WrittenWatch written) {
    written.warnings().forEach(warning -> terminal.say("parley: warning: " + warning));
  }

  /// Runs the tests and names those that fail on standard error.
  ///
  /// @return whether none does
  boolean pass(WrittenWatch written) {
    List<Judgement> failed = run(written).stream().filter(test -> !test.passed()).toList();
    failed.forEach(test -> terminal.err().println(line(test)));
    return failed.isEmpty();
  }

  /// Runs the tests.
  static List<Judgement> run(WrittenWatch written) {
    try {
      return ExpectationTrial.run(written);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
    }
  }

  /// One that fails.
  String line(Judgement failed) {
    return terminal.red("✗ ") + failed.text(file);
  }

  /// How they came out, in one line.
  static String summary(String watchId, List<Judgement> tests) {
    long failed = tests.stream().filter(test -> !test.passed()).count();
    return failed == 0
        ? "watch " + watchId + " passes its " + AlertText.count(tests.size(), "test")
        : "watch "
            + watchId
            + " fails "
            + failed
            + " of its "
            + AlertText.count(tests.size(), "test");
  }
}
