package org.parley.processor.fingerprint;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.parley.contract.Fingerprint;

/// Hashes a text's shingles (each three words in a row) and its numbers, so that copies can be told
/// without the text. See Manber, *Finding similar files in a large file system* (1994), and Irber
/// et al., *FracMinHash* (2022), for the sampling.
///
/// The headline is left out: a changed headline is a copy. Only a text with hardly any body is
/// known by its headline too. Thread-safe. The hash must never change: fingerprints are stored.
public final class Fingerprinter {
  /// How many words a shingle has.
  public static final int WIDTH = 3;

  /// The most shingle hashes of one text; of a longer one, every second, fourth, … is kept.
  static final int MAX_SHINGLES = 4096;

  /// The most number hashes of one text.
  static final int MAX_NUMBERS = 256;

  private static final Hasher64 HASHER = Hashing.wyhashFinal4();

  private final Spellings spellings = Spellings.standard();

  /// @param bodyStart where the body starts in `text`, see `Article`
  public Fingerprint of(String text, int bodyStart) {
    List<String> body = Words.of(text.substring(bodyStart), spellings);
    return of(body.size() < WIDTH ? Words.of(text, spellings) : body);
  }

  private static Fingerprint of(List<String> words) {
    int[] shingles = distinct(shingles(words));
    int sampling = 1;
    while (shingles.length > MAX_SHINGLES) {
      sampling *= 2;
      shingles = thinned(shingles, sampling);
    }
    int[] numbers = distinct(numbers(words));
    return Fingerprint.of(
        shingles, Arrays.copyOf(numbers, Math.min(numbers.length, MAX_NUMBERS)), sampling);
  }

  /// Those of `hashes` that a text sampled at one in `sampling` (a power of two) keeps: of two
  /// texts sampled differently, the finer one thinned like this compares with the coarser.
  public static int[] thinned(int[] hashes, int sampling) {
    IntPredicate kept = hash -> (hash & (sampling - 1)) == 0;
    return Arrays.stream(hashes).filter(kept).toArray();
  }

  private static int[] shingles(List<String> words) {
    long[] hashes = words.stream().mapToLong(HASHER::hashCharsToLong).toArray();
    if (hashes.length == 0) {
      return new int[0];
    }
    if (hashes.length < WIDTH) {
      return new int[] {fold(HASHER.hashCharsToLong(String.join(" ", words)))};
    }
    int[] shingles = new int[hashes.length - WIDTH + 1];
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = fold(HASHER.hashLongLongLongToLong(hashes[i], hashes[i + 1], hashes[i + 2]));
    }
    return shingles;
  }

  private static int[] numbers(List<String> words) {
    return words.stream()
        .filter(word -> word.charAt(0) >= '0' && word.charAt(0) <= '9')
        .mapToInt(word -> fold(HASHER.hashCharsToLong(word)))
        .toArray();
  }

  private static int[] distinct(int[] hashes) {
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static int fold(long hash) {
    return (int) (hash >>> 32);
  }
}
