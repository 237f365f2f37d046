package org.parley.processor.mention;

import org.parley.contract.Span;

/// Cuts a long sentence around its mention.
final class Quote {
  private Quote() {}

  /// The whole sentence, or `longest` code units of it with the mention in the middle, cut at
  /// spaces where there are any, and never inside a surrogate pair.
  static Span around(String text, Span sentence, Span mention, int longest) {
    if (sentence.length() <= longest) {
      return sentence;
    }
    int spare = Math.max(0, longest - mention.length()) / 2;
    int start = Math.max(sentence.start(), mention.start() - spare);
    int end = Math.min(sentence.end(), start + Math.max(longest, mention.length()));
    start = Math.max(sentence.start(), Math.min(start, end - longest));
    return new Span(forward(text, start, sentence, mention), back(text, end, sentence, mention));
  }

  private static int forward(String text, int start, Span sentence, Span mention) {
    if (start == sentence.start()) {
      return start;
    }
    for (int i = start; i < mention.start(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
  }

  private static int back(String text, int end, Span sentence, Span mention) {
    if (end == sentence.end()) {
      return end;
    }
    for (int i = end; i > mention.end(); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end + 1 : end;
  }
}
