package org.parley.app.command;

import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.parley.app.AwaitException;
import org.parley.app.ExitCode;
import org.parley.broker.BrokerException;

/// What to say of an exception that no command has turned into a failure: surroundings that broke
/// are named in one line; anything else is a bug, and shown whole.
final class Surprise {
  private Surprise() {}

  static ExitCode explain(Exception e, PrintWriter err) {
    return switch (e) {
      case BrokerException broken -> line(err, broken, ExitCode.CANNOT_START);
      case AwaitException late -> line(err, late, ExitCode.UNAVAILABLE);
      case AuthorizationException refused -> line(err, refused, ExitCode.NO_PERMISSION);
      case KafkaException kafka -> line(err, kafka, ExitCode.UNAVAILABLE);
      default -> {
        err.println("parley: this is a bug, please report it with the lines below");
        e.printStackTrace(err);
        yield ExitCode.BUG;
      }
    };
  }

  private static ExitCode line(PrintWriter err, Exception e, ExitCode code) {
    err.println("parley: " + e.getMessage());
    return code;
  }
}
