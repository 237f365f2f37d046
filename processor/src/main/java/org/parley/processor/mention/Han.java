package org.parley.processor.mention;

/// The signs of Chinese, which is written without spaces: each is a word of its own.
final class Han {
  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9FFF;
  private static final char FIRST_COMPATIBLE = 0xF900;
  private static final char LAST_COMPATIBLE = 0xFAFF;

  private Han() {}

  static boolean is(char c) {
    return c >= FIRST && c <= LAST || c >= FIRST_COMPATIBLE && c <= LAST_COMPATIBLE;
  }
}
