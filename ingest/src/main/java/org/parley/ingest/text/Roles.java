package org.parley.ingest.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each passage of a source is, judged by itself and by whether it stands there twice.
final class Roles {
  enum Role {
    /// Sentences.
    PROSE,
    /// A heading, a label, a link: part of an article only among sentences.
    SHORT,
    /// The site speaks of itself: kept only among sentences.
    SITE,
    /// No part of an article.
    CHROME,
    /// Heads teasers.
    RELATED,
    /// Heads what comes after an article.
    END
  }

  /// A passage this short may well stand twice in one article ("Yes.").
  private static final int REPEATABLE_WORDS = 3;

  private final Role[] roles;
  private final int[] words;

  Roles(List<Passage> passages, Chrome chrome) {
    roles = new Role[passages.size()];
    words = new int[passages.size()];
    Map<String, Integer> firstSeen = new HashMap<>();
    for (int i = 0; i < roles.length; i++) {
      String text = passages.get(i).text();
      words[i] = Prose.words(text);
      roles[i] = role(text, chrome.kind(text));
      Integer before = firstSeen.putIfAbsent(text.toLowerCase(Locale.ROOT), i);
      if (before != null && words[i] > REPEATABLE_WORDS && roles[i] != Role.RELATED) {
        // The later one is the copy, but a line above the body announces one of it.
        int copy = roles[before] == Role.SHORT ? before : i;
        roles[copy] = Role.CHROME;
        firstSeen.put(text.toLowerCase(Locale.ROOT), copy == i ? before : i);
      }
    }
  }

  private static Role role(String text, Chrome.@Nullable Kind kind) {
    if (kind == null) {
      return Prose.isProse(text) ? Role.PROSE : Role.SHORT;
    }
    return switch (kind) {
      case RELATED -> Role.RELATED;
      case END -> Role.END;
      case SITE, NOTICE, ADDRESS -> Role.SITE;
      case LINE, START, TAIL -> Role.CHROME;
    };
  }

  int size() {
    return roles.length;
  }

  Role role(int i) {
    return roles[i];
  }

  boolean is(int i, Role role) {
    return roles[i] == role;
  }

  int words(int i) {
    return words[i];
  }

  void set(int i, Role role) {
    roles[i] = role;
  }
}
