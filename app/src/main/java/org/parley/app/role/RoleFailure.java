package org.parley.app.role;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.parley.app.ExitCode;
import org.parley.app.Failure;

/// What to say of an error that stopped a role for good.
final class RoleFailure {
  private RoleFailure() {}

  static Failure of(String role, Throwable problem) {
    Throwable root = root(problem);
    String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    if (root instanceof MissingSourceTopicException) {
      return new Failure(
          ExitCode.UNAVAILABLE,
          role + ": a topic was deleted; create it with 'parley topics create' and start again",
          problem);
    }
    if (root instanceof KafkaException) {
      return new Failure(ExitCode.UNAVAILABLE, role + " gave up: Kafka says: " + said, problem);
    }
    return new Failure(
        ExitCode.BUG,
        role + " gave up: " + root.getClass().getSimpleName() + ": " + said + "; see the log",
        problem);
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
