package org.parley.ingest.text;

import java.util.List;
import org.parley.ingest.text.Roles.Role;

/// Where the article's sentences stand among the passages of its page.
///
/// The body is the stretch of passages with the greatest sum, where sentences count for as many
/// words as they have, up to a limit, and what is no sentence counts against it: the maximal
/// subarray of Bentley's "Algorithm design techniques" (1984), as body text extraction from pages
/// has used it since Finn, Kushmerick and Smyth's "Fact or fiction" (2001).
///
/// @param start of the first passage
/// @param end after the last; `start` when there is no sentence
record Body(int start, int end) {
  private static final int MOST_WORDS = 40;

  /// What a label counts for in a text of which nothing is known.
  static final int LOOSE = -3;

  /// And within a page's main element.
  static final int MAIN = 0;

  private static final int CHROME = -10;
  private static final int SITE = -5;
  private static final int HEADS_OTHERS = -30;

  /// So much prose before a comment section's heading is an article.
  private static final int SENTENCE_WORDS = 3;

  private static final int LABEL_WORDS = 5;
  private static final int FEW = 2;
  private static final int ARTICLE_WORDS = 60;

  private static final int TEASER_WORDS = 25;

  static Body of(List<Passage> passages, Roles roles, int label) {
    dropTeasers(passages, roles);
    int size = endOfArticle(roles);
    int best = 0;
    int bestStart = 0;
    int bestEnd = 0;
    int sum = 0;
    int start = 0;
    for (int i = 0; i < size; i++) {
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += weight(roles, i, label);
      if (sum > best) {
        best = sum;
        bestStart = start;
        bestEnd = i + 1;
      }
    }
    return best == 0 ? new Body(0, 0) : widened(passages, roles, bestStart, bestEnd);
  }

  /// Over the short sentences at its edges ("Terms were not disclosed."), and over the few lines
  /// that are left above or below when there are too few to be a page's.
  private static Body widened(List<Passage> passages, Roles roles, int first, int after) {
    int start = first;
    int end = after;
    while (start > 0 && isSentence(passages, roles, start - 1)) {
      start--;
    }
    while (end < roles.size() && isSentence(passages, roles, end)) {
      end++;
    }
    if (roles.size() - end <= FEW) {
      while (end < roles.size() && saysSomething(roles, end)) {
        end++;
      }
    }
    return new Body(start, end);
  }

  private static boolean isSentence(List<Passage> passages, Roles roles, int i) {
    String text = passages.get(i).text();
    return roles.is(i, Role.SHORT)
        && roles.words(i) >= SENTENCE_WORDS
        && Prose.endsSentence(text, 0, text.length())
        && !Prose.breaksOff(text);
  }

  private static boolean saysSomething(Roles roles, int i) {
    return roles.is(i, Role.PROSE)
        || roles.is(i, Role.SITE)
        || roles.is(i, Role.SHORT) && roles.words(i) >= LABEL_WORDS;
  }

  private static int weight(Roles roles, int i, int label) {
    return switch (roles.role(i)) {
      case PROSE -> Math.min(roles.words(i), MOST_WORDS);
      case SHORT -> label;
      case SITE -> SITE;
      case CHROME -> CHROME;
      case RELATED, END -> HEADS_OTHERS;
    };
  }

  /// Under a heading such as "Latest posts" all is chrome until whole paragraphs come again.
  private static void dropTeasers(List<Passage> passages, Roles roles) {
    boolean teasers = false;
    for (int i = 0; i < roles.size(); i++) {
      if (roles.is(i, Role.RELATED)) {
        teasers = true;
      } else if (teasers && isParagraph(passages, roles, i)) {
        teasers = false;
      } else if (teasers && !roles.is(i, Role.END)) {
        roles.set(i, Role.CHROME);
      }
    }
  }

  private static boolean isParagraph(List<Passage> passages, Roles roles, int i) {
    String text = passages.get(i).text();
    return roles.is(i, Role.PROSE)
        && roles.words(i) >= TEASER_WORDS
        && !Prose.breaksOff(text)
        && Prose.endsSentence(text, 0, text.length());
  }

  private static int endOfArticle(Roles roles) {
    int prose = 0;
    for (int i = 0; i < roles.size(); i++) {
      if (roles.is(i, Role.PROSE)) {
        prose += roles.words(i);
      } else if (roles.is(i, Role.END) && prose >= ARTICLE_WORDS) {
        return i;
      }
    }
    return roles.size();
  }
}
