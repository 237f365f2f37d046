package org.parley.processor;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text without meaning, the same for the same seed and unlike that of any other.
public final class Prose {
  private static final String[] SYLLABLES = {
    "ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu", "dar", "fel", "gor", "pin", "sul"
  };

  private Prose() {}

  public static String of(long seed, int words) {
    Random random = new Random(seed);
    return Stream.generate(() -> word(random)).limit(words).collect(Collectors.joining(" "));
  }

  private static String word(Random random) {
    return random
        .ints(2 + random.nextInt(3), 0, SYLLABLES.length)
        .mapToObj(syllable -> SYLLABLES[syllable])
        .collect(Collectors.joining());
  }
}
