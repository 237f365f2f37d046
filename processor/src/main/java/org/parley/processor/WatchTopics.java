package org.parley.processor;

/// Which watches have a topic of their own. A record for a topic that is not there would block a
/// stream thread for a minute and then end it.
@FunctionalInterface
interface WatchTopics {
  /// Answers quickly, from memory where it can.
  boolean has(String watchId);
}
