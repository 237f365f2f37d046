package org.parley.processor.story;

import org.parley.processor.story.Alignment.Passage;

/// How much of one of two texts the other has, and where; a site's own words are left out.
///
/// @param own how many words are the text's own
/// @param shared how many of them the other text has
/// @param before how many of its own words come before the first passage
/// @param between how many stand between passages
/// @param after how many come after the last one
/// @param passages how many passages are long enough to count
/// @param cohesion how much what is shared speaks of the same as the rest does, 0 to 1; 1 when
///   there is hardly any rest
record Share(
    int own, int shared, int before, int between, int after, int passages, double cohesion) {
  /// A rest of fewer words (a headline, a line on the author), or of less of the text, says
  /// nothing.
  private static final int LEAST_REST = 13;

  private static final double LEAST_REST_OF_OWN = .15;

  /// From how much of the rest on it stands between passages, and how much is shared then.
  private static final double MOSTLY = .6;

  private static final double LEAST_AROUND = .3;

  /// How many passages with how many words between them are more than a quotation.
  private static final int WOVEN_PASSAGES = 3;

  private static final int WOVEN_WORDS = 10;
  private static final double WOVEN_PART = .1;
  private static final double WOVEN_COHESION = .025;

  /// Of which of two texts.
  enum Of {
    FIRST,
    SECOND
  }

  /// @param frame which words are a site's own
  static Share of(Body body, boolean[] frame, Alignment alignment, Of of, Rarity rarity) {
    boolean first = of == Of.FIRST;
    boolean[] in = first ? alignment.inFirst() : alignment.inSecond();
    int own = 0;
    int shared = 0;
    int before = -1;
    int between = 0;
    int run = 0;
    for (int i = 0; i < frame.length; i++) {
      if (frame[i]) {
        continue;
      }
      own++;
      if (in[i]) {
        shared++;
        if (before < 0) {
          before = run;
        } else {
          between += run;
        }
        run = 0;
      } else {
        run++;
      }
    }
    int start = before < 0 ? run : before;
    int longest = Math.max(start, Math.max(between, run));
    boolean hardly = longest < LEAST_REST || own - shared < LEAST_REST_OF_OWN * own;
    double cohesion = hardly ? 1 : Cohesion.of(body.words(), frame, in, rarity);
    int passages = 0;
    for (Passage passage : alignment.passages()) {
      passages += isOwn(frame, first ? passage.first() : passage.second()) ? 1 : 0;
    }
    return new Share(own, shared, start, between, run, passages, cohesion);
  }

  private static boolean isOwn(boolean[] frame, int place) {
    return !frame[place];
  }

  double containment() {
    return own == 0 ? 0 : (double) shared / own;
  }

  int rest() {
    return own - shared;
  }

  boolean hasRest() {
    return rest() >= LEAST_REST;
  }

  /// Whether what is not shared stands between what is: put into the other's text.
  boolean isAround() {
    return between >= MOSTLY * rest() && containment() >= LEAST_AROUND;
  }

  /// Whether what is shared and what is not alternate: reworked, not quoted.
  boolean isWoven() {
    return passages >= WOVEN_PASSAGES
        && containment() >= LEAST_AROUND
        && cohesion >= WOVEN_COHESION
        && between >= Math.max(WOVEN_WORDS, WOVEN_PART * shared);
  }
}
