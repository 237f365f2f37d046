package org.parley.ingest.corpus;

/// What came of reading a file of a corpus, or a row of one.
public sealed interface Reading {
  /// The file's name, or `file#row` of a `.jsonl` file.
  String entry();

  /// It is an article.
  record Read(Draft draft) implements Reading {
    @Override
    public String entry() {
      return draft.origin().entry();
    }
  }

  /// It is none.
  ///
  /// @param entry the file's name; of a `.jsonl` row `file:line`
  /// @param reason what is wrong with it and how to mend it, one line that names it
  record Refused(String entry, String reason) implements Reading {}
}
