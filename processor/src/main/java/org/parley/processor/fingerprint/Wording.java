package org.parley.processor.fingerprint;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import org.parley.contract.Fingerprint;

/// A fingerprint opened for comparison: the codes of a text's words in their order, and where its
/// sentences end. Thread-safe as long as nobody writes to its arrays.
///
/// @param codes of 24 bits each, see [Fingerprint]
/// @param titleWords how many of the first are the title's
/// @param ends of each sentence: the place after its last word, ascending; the last is the number
///   of words
/// @param sampling one in how many sentences is there: 1 for all
public record Wording(int[] codes, int titleWords, int[] ends, int sampling) {
  /// How many words a shingle has.
  public static final int WIDTH = 3;

  private static final int[] NONE = {};

  /// It must never change: a later version would sample other shingles, and keep other sentences of
  /// a long text, than those that are stored.
  private static final Hasher64 HASHER = Hashing.wyhashFinal4();

  /// @throws IllegalArgumentException when the fingerprint is broken
  public static Wording of(Fingerprint fingerprint) {
    int[] codes = fingerprint.wordCodes();
    int[] ends = new int[fingerprint.sentences().size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += fingerprint.sentences().get(i);
      ends[i] = end;
    }
    int title = Math.min(fingerprint.titleWords(), codes.length);
    return new Wording(codes, title, ends, fingerprint.sampling());
  }

  /// How many words there are.
  public int size() {
    return codes.length;
  }

  /// Where the words begin by which copies are told: after the title, since a changed headline is a
  /// copy; a text with hardly any body is known by its title too.
  public int start() {
    return codes.length - titleWords < WIDTH ? 0 : titleWords;
  }

  public static boolean isNumeric(int code) {
    return (code & Fingerprint.NUMERIC) != 0;
  }

  /// The hashed shingles from [#start()] on, in the order of the text, repeats included: the one at
  /// `i` begins with word `start() + i`. A text of one or two words is one shingle.
  public int[] shingles() {
    int start = start();
    int words = codes.length - start;
    if (words == 0) {
      return NONE;
    }
    if (words < WIDTH) {
      return new int[] {shingle(codes[start], codes[codes.length - 1], words)};
    }
    int[] shingles = new int[words - WIDTH + 1];
    for (int i = 0; i < shingles.length; i++) {
      int at = start + i;
      shingles[i] = shingle(codes[at], codes[at + 1], codes[at + 2]);
    }
    return shingles;
  }

  /// The numeric words from [#start()] on, in the order of the text.
  public int[] numbers() {
    return Arrays.stream(codes, start(), codes.length).filter(Wording::isNumeric).toArray();
  }

  /// What is kept of it at a coarser sampling, so that two texts sampled differently compare.
  ///
  /// @param coarser a power of two, not below [#sampling]
  public Wording thinned(int coarser) {
    if (coarser == sampling) {
      return this;
    }
    int[] kept = new int[codes.length];
    int[] keptEnds = new int[ends.length];
    int sentences = 0;
    int words = 0;
    int title = 0;
    for (int i = 0, from = 0; i < ends.length; from = ends[i++]) {
      if (isKept(codes, from, ends[i], coarser)) {
        System.arraycopy(codes, from, kept, words, ends[i] - from);
        words += ends[i] - from;
        keptEnds[sentences++] = words;
        title = from < titleWords ? words : title;
      }
    }
    return new Wording(
        Arrays.copyOf(kept, words), title, Arrays.copyOf(keptEnds, sentences), coarser);
  }

  /// Whether a sentence is kept at a sampling; depends on its words alone.
  static boolean isKept(int[] codes, int from, int to, int sampling) {
    long hash = to - from;
    for (int i = from; i < to; i++) {
      hash = HASHER.hashLongLongToLong(hash, word(codes[i]));
    }
    return ((hash >>> 32) & (sampling - 1)) == 0;
  }

  /// The hash of three words in a row, whatever their capitals; all 32 bits are used.
  static int shingle(int first, int second, int third) {
    return (int) (HASHER.hashLongLongLongToLong(word(first), word(second), word(third)) >>> 32);
  }

  /// The word of a code, whether or not it began with a capital there.
  public static int word(int code) {
    return code & ~Fingerprint.NAME;
  }

  /// Whether a word began with a capital within its sentence: a name, mostly.
  public static boolean isName(int code) {
    return (code & Fingerprint.NAME) != 0;
  }
}
