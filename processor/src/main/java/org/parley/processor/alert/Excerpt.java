package org.parley.processor.alert;

import org.parley.contract.Mention;

/// The words around a mention, short enough for a reason.
final class Excerpt {
  /// How long it is at most, in UTF-16 code units, the marks of a cut left out.
  private static final int LENGTH = 80;

  private Excerpt() {}

  static String of(Mention mention) {
    String quote = mention.quote();
    if (quote.length() <= LENGTH) {
      return flat(quote);
    }
    int start = within(quote, mention.at().start() - mention.quoteStart());
    int end = within(quote, mention.at().end() - mention.quoteStart());
    int room = Math.max(0, LENGTH - (end - start));
    int to = end <= LENGTH ? LENGTH : Math.min(quote.length(), end + room / 2);
    int from = begin(quote, Math.max(0, to - LENGTH), start);
    to = end(quote, to, Math.min(end, to));
    return (from > 0 ? "…" : "")
        + flat(quote.substring(from, to))
        + (to < quote.length() ? "…" : "");
  }

  private static int within(String quote, int place) {
    return Math.clamp(place, 0, quote.length());
  }

  /// The first place of a word from `from` on, not after `limit`.
  private static int begin(String quote, int from, int limit) {
    int at = from;
    while (at > 0 && at < limit && !Character.isWhitespace(quote.charAt(at - 1))) {
      at++;
    }
    return splits(quote, at) ? at + 1 : at;
  }

  /// The last end of a word up to `to`, not before `limit`.
  private static int end(String quote, int to, int limit) {
    int at = to;
    while (at < quote.length() && at > limit && !Character.isWhitespace(quote.charAt(at))) {
      at--;
    }
    return splits(quote, at) ? at - 1 : at;
  }

  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
