package org.parley.app.role;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.access.Refusal;

/// What to say of an error that stopped a role for good.
final class RoleFailure {
  private RoleFailure() {}

  /// Asks the cluster which right is missing, if it was a refusal.
  static Failure of(Role role, Cluster cluster, Throwable problem) {
    return new Refusal(cluster, role.actor()).of(problem).orElseGet(() -> of(role.name(), problem));
  }

  /// @param problem whose cause, where there is one, is why it stopped; else it is merely late
  static Failure notRunning(Role role, Cluster cluster, IllegalStateException problem) {
    return problem.getCause() == null || problem.getCause() instanceof TimeoutException
        ? new Failure(ExitCode.UNAVAILABLE, String.valueOf(problem.getMessage()), problem)
        : of(role, cluster, problem);
  }

  private static Failure of(String role, Throwable problem) {
    Throwable root = root(problem);
    String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return switch (root) {
      case MissingSourceTopicException _ ->
          new Failure(
              ExitCode.UNAVAILABLE,
              role
                  + " gave up: one of its topics was deleted; create it with 'parley topics create' and"
                  + " start again",
              problem);
      case FencedInstanceIdException _ ->
          new Failure(
              ExitCode.CANNOT_START,
              role
                  + " gave up: another instance runs under the same name, on a copy of the data"
                  + " directory; stop it, or delete the file 'instance.id' of one of them",
              problem);
      case KafkaException _ ->
          new Failure(ExitCode.UNAVAILABLE, role + " gave up: Kafka says: " + said, problem);
      default ->
          new Failure(
              ExitCode.BUG,
              role
                  + " gave up: "
                  + root.getClass().getSimpleName()
                  + ": "
                  + said
                  + "; please report it with the log",
              problem);
    };
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
