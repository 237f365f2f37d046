package org.parley.processor.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The signs of Chinese, which is written without spaces: each is a word of its own.
///
/// A traditional sign and the simplified one that stands for it are one: `lexicon/traditional.txt`
/// has the pairs, from the Unicode consortium's transliteration of one script into the other.
final class Han {
  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9FFF;
  private static final char FIRST_COMPATIBLE = 0xF900;
  private static final char LAST_COMPATIBLE = 0xFAFF;

  private static final char[] SIMPLIFIED = read("/lexicon/traditional.txt");

  private Han() {}

  static boolean is(char c) {
    return c >= FIRST && c <= LAST || c >= FIRST_COMPATIBLE && c <= LAST_COMPATIBLE;
  }

  /// How many signs a word has, more or less.
  static int signsOfWord(String language) {
    return language.equals("zh") ? 2 : 1;
  }

  /// The simplified sign for a traditional one, any other sign as it is.
  static char simplified(char c) {
    return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
  }

  private static char[] read(String file) {
    char[] simplified = new char[LAST - FIRST + 1];
    for (int i = 0; i < simplified.length; i++) {
      simplified[i] = (char) (FIRST + i);
    }
    try (InputStream in = Objects.requireNonNull(Han.class.getResourceAsStream(file), file)) {
      String pairs = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "");
      for (int i = 0; i + 1 < pairs.length(); i += 2) {
        simplified[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from the class path", e);
    }
    return simplified;
  }
}
