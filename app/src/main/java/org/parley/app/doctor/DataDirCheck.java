package org.parley.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerException;
import org.parley.broker.EmbeddedBroker;

/// Whether the data directory can be used, and who uses it.
final class DataDirCheck {
  private static final String NAME = "data-dir";

  private DataDirCheck() {}

  /// What there is to know of a directory.
  ///
  /// @param exists whether there is anything at the path
  /// @param usable whether it is a directory that may be written to, or can be made
  /// @param runningAt the address of the broker that has it locked; none when none has
  /// @param problem what is wrong with the data in it; none when nothing is
  record Facts(
      Path path,
      boolean exists,
      boolean usable,
      @Nullable String runningAt,
      @Nullable String problem) {}

  /// @param runningAt the address of the broker that has it locked; none when none has
  static Verdict look(Path path, @Nullable String runningAt) {
    boolean exists = Files.exists(path);
    return verdict(
        new Facts(path, exists, isUsable(path), runningAt, exists ? problem(path) : null));
  }

  static Verdict verdict(Facts facts) {
    if (!facts.usable()) {
      return Verdict.fail(
          NAME,
          facts.path() + " is no directory that can be written to",
          "mend its permissions, or choose another --data-dir");
    }
    if (facts.problem() != null) {
      return new Verdict(NAME, Verdict.Level.FAIL, facts.problem(), null);
    }
    if (!facts.exists()) {
      return Verdict.ok(NAME, facts.path() + " is not there yet; `parley run` makes it");
    }
    return facts.runningAt() == null
        ? Verdict.ok(NAME, facts.path() + " is in order, and no Parley uses it")
        : Verdict.ok(
            NAME,
            facts.path() + " is in use by the Parley whose broker is at " + facts.runningAt());
  }

  private static boolean isUsable(Path path) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  private static @Nullable String problem(Path path) {
    try {
      EmbeddedBroker.check(path);
      return null;
    } catch (BrokerException e) {
      return e.getMessage();
    }
  }
}
