package org.parley.ingest.text;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Roles.Role;

/// The title over an article's body, and the lines that say who wrote it and when.
final class Head {
  private static final int LEAST_TITLE_WORDS = 3;
  private static final int MOST_TITLE_WORDS = 32;
  private static final int LONGEST_TITLE = 300;
  private static final int FAR = 12;
  private static final int SIGNATURE_WORDS = 12;

  /// So few lines above the body are the article's own.
  private static final int FEW = 2;

  private final List<Passage> passages;
  private final Roles roles;
  private final Body body;
  private final int title;
  private @Nullable String author;
  private @Nullable Instant publishedAt;
  private @Nullable Instant updatedAt;

  Head(List<Passage> passages, Roles roles, Body body, @Nullable String stated) {
    this.passages = passages;
    this.roles = roles;
    this.body = body;
    this.title = stated == null ? findTitle() : find(stated);
    readBylines();
  }

  /// Which passage is the title; -1 when none is.
  int title() {
    return title;
  }

  @Nullable String author() {
    return author;
  }

  @Nullable Instant publishedAt() {
    return publishedAt != null ? publishedAt : updatedAt;
  }

  /// Where a title that is known stands in the text.
  private int find(String stated) {
    for (int i = Math.min(roles.size(), body.start() + 3) - 1; i >= 0; i--) {
      if (passages.get(i).text().equalsIgnoreCase(stated.strip())) {
        return i;
      }
    }
    return -1;
  }

  /// The candidate nearest to the body, unless one a little further up says more.
  private int findTitle() {
    if (body.start() <= FEW && body.start() > 0 && isTitleLike(0) && roles.words(0) >= 5) {
      return 0;
    }
    int best = -1;
    double bestScore = 0;
    for (int i = body.start() - 1; i >= Math.max(0, body.start() - FAR); i--) {
      if (isTitleLike(i)) {
        double score = Math.min(roles.words(i), 10) - 0.9 * (body.start() - 1 - i);
        if (passages.get(i).heading()) {
          score += 6;
        }
        if (score > bestScore) {
          best = i;
          bestScore = score;
        }
      }
    }
    return best < 0 ? titleWithin() : best;
  }

  /// A headline that is a question looks like the body's first sentence.
  private int titleWithin() {
    int i = body.start();
    if (i + 1 >= body.end() || passages.get(i).text().endsWith(".")) {
      return -1;
    }
    String text = passages.get(i).text();
    boolean headline = roles.words(i) <= 20 && !Prose.hasSentenceWithin(text);
    return headline && !text.endsWith("”") && !text.endsWith("\"") && roles.is(i + 1, Role.PROSE)
        ? i
        : -1;
  }

  private boolean isTitleLike(int i) {
    String text = passages.get(i).text();
    int words = roles.words(i);
    return roles.is(i, Role.SHORT)
        && words >= LEAST_TITLE_WORDS
        && words <= MOST_TITLE_WORDS
        && text.length() <= LONGEST_TITLE
        && (!text.endsWith(".") || Prose.breaksOff(text))
        && !text.endsWith(":")
        && Byline.of(text) == null;
  }

  private void readBylines() {
    int from =
        title >= 0 && title < body.start() ? Math.max(0, title - 1) : Math.max(0, body.start() - 4);
    int bodyFrom = Math.max(body.start(), title + 1);
    for (int i = from; i < Math.min(bodyFrom + 3, roles.size()); i++) {
      readByline(i, i < bodyFrom);
    }
    for (int i = bodyFrom; i < Math.min(body.end() + 8, roles.size()); i++) {
      readFoot(i);
    }
  }

  private void readByline(int i, boolean aboveBody) {
    if (i == title || roles.is(i, Role.PROSE)) {
      return;
    }
    Byline byline = Byline.of(passages.get(i).text());
    if (byline == null) {
      return;
    }
    roles.set(i, Role.CHROME);
    take(byline);
    if (byline.open()
        && i + 1 < roles.size()
        && Byline.isName(passages.get(i + 1).text())
        && i + 1 != title) {
      author = author == null ? passages.get(i + 1).text() : author;
      roles.set(i + 1, Role.CHROME);
    }
  }

  private void take(Byline byline) {
    author = author == null ? byline.author() : author;
    if (byline.updated()) {
      updatedAt = updatedAt == null ? byline.at() : updatedAt;
    } else {
      publishedAt = publishedAt == null ? byline.at() : publishedAt;
    }
  }

  /// A signature under the article.
  private void readFoot(int i) {
    if (roles.is(i, Role.PROSE) || roles.words(i) > SIGNATURE_WORDS) {
      return;
    }
    String text = passages.get(i).text();
    Byline byline = Byline.of(text);
    if (byline != null && byline.author() != null) {
      roles.set(i, Role.CHROME);
      author = author == null ? byline.author() : author;
      return;
    }
    String linked = Byline.authorOfLink(text);
    if (linked != null) {
      roles.set(i, Role.CHROME);
      author = author == null ? linked : author;
    }
  }
}
