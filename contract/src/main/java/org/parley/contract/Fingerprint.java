package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a text as numbers, in their order: enough to tell copies and events by, too little
/// to read. A word is [#WORD_BYTES] bytes: whether it is numeric, whether it began with a capital
/// within its sentence, and 22 bits of the hash of its plain form. Shingles, numbers and term
/// counts are all derived from it.
///
/// @param words the codes, each of 24 bits, most significant byte first, in base64
/// @param titleWords how many of the first words are the title's
/// @param sentences how many words each sentence has, the title's first; they sum up to all words
/// @param sampling one in how many sentences is kept: 1 for all; a very long text keeps fewer, and
///   which ones depends on their words alone
public record Fingerprint(String words, int titleWords, List<Integer> sentences, int sampling) {
  /// How many bytes a word takes.
  public static final int WORD_BYTES = 3;

  /// Set in the code of a numeric word.
  public static final int NUMERIC = 1 << 23;

  /// Set in the code of a word that began with a capital, not being the first of its sentence: of a
  /// name, mostly.
  public static final int NAME = 1 << 22;

  /// Of an empty text.
  public static final Fingerprint EMPTY = new Fingerprint("", 0, List.of(), 1);

  public Fingerprint {
    Require.present(words, "words");
    sentences = Require.list(sentences);
    Require.atLeast(0, titleWords, "titleWords");
    Require.atLeast(1, sampling, "sampling");
  }

  /// Reads one of any version; of a version before 0.2, which had no words, nothing can be told.
  @JsonCreator
  static Fingerprint read(
      @JsonProperty("words") @Nullable String words,
      @JsonProperty("titleWords") int titleWords,
      @JsonProperty("sentences") @Nullable List<Integer> sentences,
      @JsonProperty("sampling") int sampling) {
    return words == null
        ? EMPTY
        : new Fingerprint(words, titleWords, Require.list(sentences), sampling);
  }

  /// @param codes of 24 bits each
  /// @param sentences that sum up to all codes
  public static Fingerprint of(int[] codes, int titleWords, List<Integer> sentences, int sampling) {
    byte[] bytes = new byte[codes.length * WORD_BYTES];
    for (int i = 0, at = 0; i < codes.length; i++) {
      bytes[at++] = (byte) (codes[i] >>> 16);
      bytes[at++] = (byte) (codes[i] >>> 8);
      bytes[at++] = (byte) codes[i];
    }
    String words = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return new Fingerprint(words, titleWords, sentences, sampling);
  }

  /// The words' codes in the order of the text; a new array at each call.
  ///
  /// @throws IllegalArgumentException when `words` is broken or the sentences do not sum up
  @JsonIgnore
  public int[] wordCodes() {
    byte[] bytes = Base64.getDecoder().decode(words);
    int count = bytes.length / WORD_BYTES;
    if (bytes.length % WORD_BYTES != 0) {
      throw new IllegalArgumentException("words is not a whole number of codes");
    }
    if (sentences.stream().mapToInt(Integer::intValue).sum() != count) {
      throw new IllegalArgumentException("sentences do not sum up to the " + count + " words");
    }
    int[] codes = new int[count];
    for (int i = 0, at = 0; i < count; i++) {
      codes[i] = (bytes[at++] & 0xFF) << 16 | (bytes[at++] & 0xFF) << 8 | (bytes[at++] & 0xFF);
    }
    return codes;
  }
}
