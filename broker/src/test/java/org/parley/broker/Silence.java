package org.parley.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// Turns logging off, for a test in which Kafka has a lot to complain of.
final class Silence implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();

  Silence() {
    root.setLevel(Level.OFF);
  }

  @Override
  public void close() {
    root.setLevel(before);
  }
}
