package org.parley.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that a person meant.
public final class Spelling {
  private static final int FARTHEST = 2;

  private Spelling() {}

  /// `; did you mean 'stages'?` where one of `known` is at most two edits from `word` or begins
  /// like it, else the list of them.
  public static String suggest(String word, Collection<String> known) {
    return nearest(word, known)
        .map(name -> "; did you mean '" + name + "'?")
        .orElseGet(() -> "; one of " + String.join(", ", known));
  }

  /// The one of `known` that was probably meant by `word`: at most two edits from it, or beginning
  /// or ending like it.
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> isNear(word, name))
        .min(Comparator.comparingInt((String name) -> distance(word, name)));
  }

  private static boolean isNear(String word, String name) {
    String lower = word.toLowerCase(Locale.ROOT);
    String target = name.toLowerCase(Locale.ROOT);
    return distance(word, name) <= FARTHEST
        || lower.length() > 1 && (target.startsWith(lower) || target.endsWith(lower))
        || lower.startsWith(target);
  }

  /// Levenshtein's distance, in any case.
  private static int distance(String word, String name) {
    String a = word.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
