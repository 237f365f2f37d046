package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// The hashed word shingles of a text, by which copies are told. Two hashes of one text are equal
/// exactly when the shingles are, apart from collisions of 32 bits.
///
/// @param shingles distinct hashes in ascending order of their signed value, four bytes each, most
///   significant first, in base64
/// @param numbers distinct hashes of the text's numeric words, encoded the same way
/// @param sampling one in how many shingles is kept: 1 for all; a long text keeps fewer
public record Fingerprint(String shingles, String numbers, int sampling) {
  /// Of an empty text.
  public static final Fingerprint EMPTY = new Fingerprint("", "", 1);

  public Fingerprint {
    Require.present(shingles, "shingles");
    Require.present(numbers, "numbers");
    Require.atLeast(1, sampling, "sampling");
  }

  /// @param shingles distinct, ascending
  /// @param numbers distinct, ascending
  public static Fingerprint of(int[] shingles, int[] numbers, int sampling) {
    return new Fingerprint(encode(shingles), encode(numbers), sampling);
  }

  /// The hashes in ascending order; a new array at each call.
  @JsonIgnore
  public int[] shingleHashes() {
    return decode(shingles, "shingles");
  }

  /// The numeric words' hashes in ascending order; a new array at each call.
  @JsonIgnore
  public int[] numberHashes() {
    return decode(numbers, "numbers");
  }

  private static String encode(int[] hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
    Arrays.stream(hashes).forEach(bytes::putInt);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static int[] decode(String base64, String component) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length % Integer.BYTES != 0) {
      throw new IllegalArgumentException(component + " is not a whole number of hashes");
    }
    int[] hashes = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
    return hashes;
  }
}
