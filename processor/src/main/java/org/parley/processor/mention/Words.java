package org.parley.processor.mention;

import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;

/// The words of one sentence, with the names found in the whole text.
///
/// @param sentence where it stands in the text
/// @param tokens of the whole text
/// @param names the name that begins at each token, or `null`
/// @param start first token of the sentence
/// @param end token after its last
record Words(Span sentence, Tokens tokens, @Nullable NameHit[] names, int start, int end) {
  int id(int token) {
    return tokens.id(token);
  }

  byte before(int token) {
    return tokens.before(token);
  }

  @Nullable NameHit nameAt(int token) {
    return names[token];
  }

  /// Whether these words stand at `at`, one right after the other.
  boolean hasSequence(int at, int[] sequence) {
    if (at + sequence.length > end) {
      return false;
    }
    for (int i = 0; i < sequence.length; i++) {
      boolean apart = i > 0 && tokens.before(at + i) != Tokens.NEXT;
      if (apart || !tokens.is(at + i, sequence[i])) {
        return false;
      }
    }
    return true;
  }
}
