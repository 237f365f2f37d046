package org.parley.app.evaluate.copies;

/// What the clusters of a file are compared with.
public enum Level {
  /// Stories: the texts that are copies of one another.
  STORIES,
  /// Events: the texts that report one happening, in whatever words.
  EVENTS
}
