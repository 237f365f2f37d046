package org.parley.ingest.publish;

/// Kafka did not take what was to be published. The message is one line for a person: what failed
/// and how to mend it. What was committed before stays published; the rest is published by the next
/// run.
public class PublishException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PublishException(String message, Throwable cause) {
    super(message, cause);
  }
}
