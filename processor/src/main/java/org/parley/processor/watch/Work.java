package org.parley.processor.watch;

/// What a text query may still do with one article, in steps: an occurrence of a word looked at is
/// one, a word looked up costs more. Steps are counted and not timed, so that the same query gives
/// up on the same article at the same place on every machine and in every replay.
final class Work {
  /// Going on to the next word of all.
  static final int NEXT = 8;

  /// Looking a word up among all words.
  static final int SEEK = 32;

  /// Even of the shortest article, and however many ask; far more than any query needs of an
  /// ordinary one.
  private static final long LEAST = 100_000;

  /// Of an article so many times its length that no query of different words comes near.
  private static final int TIMES = 10;

  /// For all queries together, on top of what each has in any case.
  private static final long ALL = 1_000_000_000L;

  private long left;

  private Work(long left) {
    this.left = left;
  }

  /// What each of `queries` may do with an article of that length.
  static Work of(int length, int queries) {
    return new Work(LEAST + Math.min(ALL / Math.max(1, queries), (long) TIMES * length));
  }

  /// The same for the next query.
  Work again() {
    return new Work(left);
  }

  /// @throws Spent when there are not as many steps left
  void take(int steps) {
    left -= steps;
    if (left < 0) {
      throw new Spent();
    }
  }

  /// A query has used up what it may do.
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("it takes too many steps", null, false, false);
    }
  }
}
