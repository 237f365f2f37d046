package org.parley.processor.language;

import java.util.Set;

/// German ordinal numbers, whose full stop is not the end of a sentence: `am 21. April`, `die 3.
/// Runde`. Other languages write what follows one in small letters, which is enough of a sign.
final class Ordinals {
  /// What one of at most two digits counts, in small letters.
  private static final Set<String> COUNTED =
      Set.of(
          "januar",
          "jänner",
          "februar",
          "märz",
          "april",
          "mai",
          "juni",
          "juli",
          "august",
          "september",
          "oktober",
          "november",
          "dezember",
          "jahrhundert",
          "jahrestag",
          "runde",
          "verhandlungsrunde",
          "gesprächsrunde",
          "tag",
          "weltkrieg",
          "weltkriegs");

  private Ordinals() {}

  /// Whether the full stop before `stop` belongs to an ordinal number and the word at `next` is
  /// what it counts.
  static boolean stands(String words, int stop, int next) {
    int from = stop - 1;
    while (from > 0 && Character.isDigit(words.charAt(from - 1))) {
      from--;
    }
    int digits = stop - 1 - from;
    boolean apart = from == 0 || Character.isWhitespace(words.charAt(from - 1));
    return apart && (digits == 1 || digits == 2) && COUNTED.contains(FullStops.wordAt(words, next));
  }
}
