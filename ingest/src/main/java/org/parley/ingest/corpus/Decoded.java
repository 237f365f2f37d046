package org.parley.ingest.corpus;

/// What came of reading bytes as text.
sealed interface Decoded {
  /// @param charset the name of the encoding they were in
  record Text(String text, String charset) implements Decoded {}

  /// @param reason why they are no text, and what to do; the file's name is not in it
  record Failure(String reason) implements Decoded {}
}
