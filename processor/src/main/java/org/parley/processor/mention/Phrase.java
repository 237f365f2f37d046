package org.parley.processor.mention;

import java.util.List;

/// A phrase of a lexicon, made ready for matching. Immutable.
final class Phrase {
  /// No match.
  static final int NO = -1;

  /// One part: word sequences and kinds of names that it takes.
  ///
  /// @param sequences of word numbers, any of which will do
  /// @param names the kinds of names that will do
  /// @param number whether a number will do
  record Step(
      int[][] sequences, List<Name.Kind> names, boolean number, boolean optional, int gap) {}

  private final Step[] steps;

  Phrase(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  /// The parts with which a match can begin.
  List<Step> openings() {
    int last = 0;
    while (steps[last].optional) {
      last++;
    }
    return List.of(steps).subList(0, last + 1);
  }

  /// The word after the match that begins at the word `at`, or [#NO]. Gaps are kept as small as
  /// will do, optional parts are taken where they can be.
  int match(Words words, int at) {
    return match(words, 0, at, true);
  }

  private int match(Words words, int index, int at, boolean first) {
    if (index == steps.length) {
      return at;
    }
    Step step = steps[index];
    int most = first ? 0 : step.gap;
    for (int skipped = 0; skipped <= most && at + skipped < words.end(); skipped++) {
      int place = at + skipped;
      byte hardest = first ? Tokens.STOP : step.gap > 0 ? Tokens.PAUSE : Tokens.NEXT;
      if (words.before(place) > hardest) {
        break;
      }
      int end = take(words, step, index, place);
      if (end != NO) {
        return end;
      }
    }
    return step.optional ? match(words, index + 1, at, first) : NO;
  }

  private int take(Words words, Step step, int index, int at) {
    for (int[] sequence : step.sequences) {
      if (words.hasSequence(at, sequence)) {
        int end = match(words, index + 1, at + sequence.length, false);
        if (end != NO) {
          return end;
        }
      }
    }
    if (step.number && words.id(at) == Tokens.NUMBER) {
      return match(words, index + 1, at + 1, false);
    }
    NameHit name = words.nameAt(at);
    if (name != null && step.names.contains(name.name().kind()) && name.end() <= words.end()) {
      return match(words, index + 1, name.end(), false);
    }
    return NO;
  }
}
