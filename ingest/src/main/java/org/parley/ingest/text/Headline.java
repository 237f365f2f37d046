package org.parley.ingest.text;

import java.util.List;
import java.util.regex.Pattern;
import org.parley.ingest.text.Roles.Role;

/// Looks for the headline over an article's body.
///
/// @param body whose first sentences stand under it
record Headline(List<Passage> passages, Roles roles, Body body) {
  private static final int LEAST_WORDS = 3;
  private static final int MOST_WORDS = 32;
  private static final int LONGEST = 300;

  /// A question with more words is a sentence of the text.
  private static final int QUESTION_WORDS = 20;

  /// What may be the first line of a text by itself.
  private static final int FIRST_LINE_WORDS = 5;

  /// So few lines above the body are the article's own.
  private static final int FEW = 2;

  private static final int FARTHEST = 40;
  private static final int ENOUGH_WORDS = 10;
  private static final double STEP = 0.9;
  private static final double HEADING = 6;

  /// Menu entries that run into each other: "WorldPoliticsSport".
  private static final Pattern GLUED =
      Pattern.compile("\\p{Ll}\\p{Lu}\\p{Ll}.*\\p{Ll}\\p{Lu}\\p{Ll}");

  /// Which passage it is; -1 when none is.
  int find() {
    boolean first = body.start() > 0 && body.start() <= FEW;
    if (first && roles.words(0) >= FIRST_LINE_WORDS && isCandidate(0)) {
      return 0;
    }
    int above = findAbove();
    return above < 0 ? findWithin() : above;
  }

  /// The candidate nearest to the body, unless one a little further up says more. Lines that are
  /// known to be the page's do not lie between.
  private int findAbove() {
    int best = -1;
    double bestScore = 0;
    int between = 0;
    for (int i = body.start() - 1; i >= Math.max(0, body.start() - FARTHEST); i--) {
      double score =
          Math.min(roles.words(i), ENOUGH_WORDS)
              - STEP * between
              + (passages.get(i).heading() ? HEADING : 0);
      if (score > bestScore && isCandidate(i)) {
        best = i;
        bestScore = score;
      }
      between += roles.is(i, Role.CHROME) ? 0 : 1;
    }
    return overDeck(best);
  }

  /// Of two lines, one right over the other, the upper is the headline when it is the shorter one.
  private int overDeck(int candidate) {
    int above = candidate - 1;
    return above >= 0
            && roles.words(above) >= FIRST_LINE_WORDS
            && roles.words(above) < roles.words(candidate)
            && isCandidate(above)
        ? above
        : candidate;
  }

  /// A headline that is a question looks like the body's first sentence.
  private int findWithin() {
    int i = body.start();
    boolean followed = i + 1 < body.end() && roles.is(i + 1, Role.PROSE);
    return followed && isQuestion(i) ? i : -1;
  }

  private boolean isCandidate(int i) {
    String text = passages.get(i).text();
    int words = roles.words(i);
    return (roles.is(i, Role.SHORT) || roles.is(i, Role.PROSE) && isQuestion(i))
        && words >= LEAST_WORDS
        && words <= MOST_WORDS
        && text.length() <= LONGEST
        && (!text.endsWith(".") || Prose.breaksOff(text))
        && !text.endsWith(":")
        && !GLUED.matcher(text).find()
        && Byline.of(text) == null;
  }

  private boolean isQuestion(int i) {
    String text = passages.get(i).text();
    char last = text.charAt(text.length() - 1);
    return roles.words(i) <= QUESTION_WORDS
        && ".:”\"’'»“".indexOf(last) < 0
        && !Prose.hasSentenceWithin(text);
  }
}
