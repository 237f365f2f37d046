package org.parley.ingest.corpus;

/// A corpus that cannot be opened. The message is one line for a person: which path, what is wrong
/// with it, and how to mend it.
public final class CorpusException extends Exception {
  private static final long serialVersionUID = 1;

  CorpusException(String message) {
    super(message);
  }

  CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
