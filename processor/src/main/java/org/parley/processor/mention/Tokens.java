package org.parley.processor.mention;

import java.util.Arrays;
import java.util.Set;

/// The words of a text in order: where they stand, which word of the lexicon they are, and what
/// stands before them. Words are runs of letters and digits; a hyphen separates, so that
/// `cease-fire` is `cease` and `fire`; `U.S.`, `won't` and `צה"ל` are one word. A Chinese sign is a
/// word of its own.
final class Tokens {
  /// Nothing but space, hyphens and quotation marks stands before the word.
  static final byte NEXT = 0;

  /// A comma, colon, bracket or dash.
  static final byte PAUSE = 1;

  /// A semicolon, question mark or the like.
  static final byte STOP = 2;

  /// The pseudo-words that a phrase may ask for besides those of the vocabulary.
  static final int NUMBER = -1;

  private static final double SHOUTING = 0.7;

  /// How much of a line tells whether it is in capitals.
  private static final int LINE = 300;

  private final String text;
  private final Vocabulary vocabulary;
  private int[] starts = new int[512];
  private int[] ends = new int[512];
  private int[] ids = new int[512];
  private byte[] before = new byte[512];
  private int size;

  private Tokens(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  /// Reads all words of a text.
  static Tokens of(String text, Vocabulary vocabulary) {
    Tokens tokens = new Tokens(text, vocabulary);
    tokens.read();
    return tokens;
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /// The word's number in the vocabulary, or [#NUMBER], or [Vocabulary#NONE].
  int id(int token) {
    return ids[token];
  }

  /// Whether the word is what a phrase asks for.
  boolean is(int token, int wanted) {
    return vocabulary.is(ids[token], wanted);
  }

  /// Whether the word is one of these.
  boolean isAny(int token, Set<Integer> wanted) {
    return vocabulary.isAny(ids[token], wanted);
  }

  /// Whether what is written together with the word says in or at.
  boolean saysWhere(int token) {
    return vocabulary.saysWhere(text, starts[token], ends[token]);
  }

  /// The longest stem, other than itself, that the word with this number begins with.
  int stemOf(int id) {
    return vocabulary.stemOf(id);
  }

  /// What stands between this word and the one before.
  byte before(int token) {
    return before[token];
  }

  /// The first word that starts at or after a place of the text.
  int firstFrom(int place) {
    int found = Arrays.binarySearch(starts, 0, size, place);
    return found >= 0 ? found : -found - 1;
  }

  private void read() {
    byte gap = NEXT;
    boolean shouting = isShouting(text, 0);
    int length = text.length();
    for (int i = 0; i < length; ) {
      if (!isWord(text.charAt(i))) {
        if (text.charAt(i) == '\n') {
          shouting = isShouting(text, i + 1);
        }
        gap = (byte) Math.max(gap, weight(text.charAt(i)));
        i++;
        continue;
      }
      if (startsAddress(text, i)) {
        i = endOfAddress(text, i);
        gap = STOP;
        continue;
      }
      int end = endOfWord(text, i);
      boolean number = Character.isDigit(text.charAt(i));
      add(i, end, number ? NUMBER : vocabulary.find(text, i, end, shouting), gap);
      gap = NEXT;
      i = isAbbreviation(text, i, end) ? end + 1 : end;
    }
  }

  /// The words of a web address are no words of the text.
  private static boolean startsAddress(String text, int at) {
    return text.startsWith("http://", at)
        || text.startsWith("https://", at)
        || text.startsWith("www.", at);
  }

  private static int endOfAddress(String text, int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void add(int start, int end, int id, byte gap) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    ids[size] = id;
    before[size++] = gap;
  }

  private static int endOfWord(String text, int start) {
    int i = start + 1;
    int length = text.length();
    if (Han.is(text.charAt(start))) {
      return i;
    }
    while (i < length) {
      char c = text.charAt(i);
      if (Han.is(c) || !isWord(c) && !joins(text, start, i)) {
        break;
      }
      i++;
    }
    return i;
  }

  /// An apostrophe between letters, the quotation mark in a Hebrew abbreviation, or the full stop
  /// between single letters.
  private static boolean joins(String text, int start, int at) {
    char c = text.charAt(at);
    if (at + 1 >= text.length() || !Character.isLetter(text.charAt(at + 1))) {
      return false;
    }
    if (c == '\'' || c == '’') {
      return true;
    }
    if (c == '"' || c == '״') {
      return isHebrew(text.charAt(at - 1)) && isHebrew(text.charAt(at + 1));
    }
    return c == '.'
        && (at - start == 1 || text.charAt(at - 2) == '.')
        && (at + 2 >= text.length() || !Character.isLetter(text.charAt(at + 2)));
  }

  private static boolean isHebrew(char c) {
    return c >= 'א' && c <= 'ת';
  }

  /// Whether the full stop at `end` belongs to the word, as in `U.S.`
  private static boolean isAbbreviation(String text, int start, int end) {
    return end < text.length()
        && text.charAt(end) == '.'
        && end - start > 2
        && text.charAt(end - 2) == '.';
  }

  private static boolean isWord(char c) {
    return c < 0x80
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c);
  }

  /// A vowel sign or the like, or an invisible joiner.
  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u200c'
        || c == '\u200d';
  }

  private static byte weight(char c) {
    return switch (c) {
      case ',', ':', '(', ')', '[', ']', '–', '—', '/', '|', '.' -> PAUSE;
      case '，', '、', '：', '（', '）', '،' -> PAUSE;
      case ';', '!', '?', '…', '；', '！', '？', '。', '؛', '؟', '।' -> STOP;
      default -> NEXT;
    };
  }

  /// Whether most letters of a line are capitals, as in headlines and in some agencies' copy.
  private static boolean isShouting(String text, int line) {
    int capitals = 0;
    int letters = 0;
    int end = Math.min(text.length(), line + LINE);
    for (int i = line; i < end && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    return capitals > SHOUTING * letters;
  }
}
