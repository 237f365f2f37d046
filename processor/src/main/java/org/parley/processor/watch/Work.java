package org.parley.processor.watch;

/// What a text query may still look at in one article, in steps: a word looked up, or an occurrence
/// of one. Steps are counted and not timed, so that the same query gives up on the same article at
/// the same place on every machine and in every replay.
final class Work {
  /// Even of the shortest article; far more than any query needs of an ordinary one.
  private static final long LEAST = 100_000;

  /// Of an article so many times its length that no query of different words comes near.
  private static final int TIMES = 10;

  /// For all queries together, as far as each still has one step for each character.
  private static final long ALL = 2_000_000_000L;

  private long left;

  private Work(long left) {
    this.left = left;
  }

  /// What each of `queries` may do with an article of that length.
  static Work of(int length, int queries) {
    long fair = Math.clamp(ALL / Math.max(1, queries), length, (long) TIMES * length);
    return new Work(LEAST + fair);
  }

  /// The same for the next query.
  Work again() {
    return new Work(left);
  }

  /// One step.
  ///
  /// @throws Spent when there is none left
  void step() {
    if (--left < 0) {
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
