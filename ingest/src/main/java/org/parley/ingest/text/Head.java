package org.parley.ingest.text;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Roles.Role;

/// The title over an article's body, and the lines that say who wrote it and when.
final class Head {
  private static final int SIGNATURE_WORDS = 12;

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
    this.title = stated == null ? new Headline(passages, roles, body).find() : find(stated);
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

  private void readBylines() {
    int from =
        title >= 0 && title < body.start() ? Math.max(0, title - 1) : Math.max(0, body.start() - 4);
    int bodyFrom = Math.max(body.start(), title + 1);
    for (int i = from; i < Math.min(bodyFrom + 3, roles.size()); i++) {
      readByline(i);
    }
    for (int i = bodyFrom; i < Math.min(body.end() + 8, roles.size()); i++) {
      readFoot(i);
    }
  }

  private void readByline(int i) {
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
