package org.parley.ingest.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.parley.contract.TextMap.Run;

/// Puts a [Passage] together, one code unit of the source after another.
///
/// - Any run of white space, line breaks and no-break spaces becomes one space; at the ends, none.
///   A line break between two letters of a script that is written without spaces becomes nothing.
/// - Control characters, byte order marks, zero-width spaces and soft hyphens become nothing.
///   Joiners stay: Persian and Hindi need them.
/// - Half of a surrogate pair becomes U+FFFD, since it has no form in UTF-8.
///
/// Only code units that are the same on both sides are mapped.
public final class PassageBuilder {
  /// For a code unit that stands nowhere in the source.
  public static final int NOWHERE = -1;

  private static final Set<UnicodeScript> SPACELESS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder();
  private final List<Run> runs = new ArrayList<>();
  private int runAt;
  private int runSource;
  private int runLength;
  private boolean gap;
  private boolean gapIsBreak;
  private int gapSource = NOWHERE;
  private char high;
  private int highSource = NOWHERE;

  /// Adds the code units of `source` from `start` to `end`, each standing where it stands.
  public PassageBuilder addAll(CharSequence source, int start, int end) {
    for (int i = start; i < end; i++) {
      add(source.charAt(i), i);
    }
    return this;
  }

  /// Adds text that stands nowhere in the source.
  public PassageBuilder addForeign(CharSequence foreign) {
    for (int i = 0; i < foreign.length(); i++) {
      add(foreign.charAt(i), NOWHERE);
    }
    return this;
  }

  /// Adds one code unit that stands at `at` in the source, or [#NOWHERE].
  public PassageBuilder add(char unit, int at) {
    if (isSpace(unit)) {
      endPair();
      space(unit, at);
    } else if (Character.isHighSurrogate(unit)) {
      endPair();
      high = unit;
      highSource = at;
    } else if (Character.isLowSurrogate(unit)) {
      low(unit, at);
    } else if (isKept(unit)) {
      endPair();
      append(unit, at);
    }
    return this;
  }

  /// Whether anything but white space was added.
  public boolean isEmpty() {
    return text.isEmpty() && high == 0;
  }

  /// The passage, and the builder is empty again.
  public Passage build(boolean heading) {
    endPair();
    endRun();
    Passage passage = new Passage(text.toString(), runs, heading);
    text.setLength(0);
    runs.clear();
    clearGap();
    return passage;
  }

  private void space(char unit, int at) {
    boolean isBreak = isLineBreak(unit);
    gapIsBreak = gap ? gapIsBreak && isBreak : isBreak;
    if (unit == ' ' && gapSource == NOWHERE) {
      gapSource = at;
    }
    gap = true;
  }

  private void low(char unit, int at) {
    if (high == 0) {
      append(REPLACEMENT, NOWHERE);
      return;
    }
    char first = high;
    high = 0;
    append(first, highSource);
    append(unit, at);
  }

  private void endPair() {
    if (high != 0) {
      high = 0;
      append(REPLACEMENT, NOWHERE);
    }
  }

  private void append(char unit, int at) {
    if (gap) {
      if (!text.isEmpty() && !(gapIsBreak && joinsWithoutSpace(unit))) {
        put(' ', gapSource);
      }
      clearGap();
    }
    put(unit, at);
  }

  private void put(char unit, int at) {
    if (at != NOWHERE) {
      if (runLength == 0 || at != runSource + runLength || text.length() != runAt + runLength) {
        endRun();
        runAt = text.length();
        runSource = at;
      }
      runLength++;
    }
    text.append(unit);
  }

  private void endRun() {
    if (runLength > 0) {
      runs.add(new Run(runAt, runSource, runLength));
      runLength = 0;
    }
  }

  private void clearGap() {
    gap = false;
    gapIsBreak = false;
    gapSource = NOWHERE;
  }

  private boolean joinsWithoutSpace(char next) {
    return isSpaceless(text.charAt(text.length() - 1)) && isSpaceless(next);
  }

  private static boolean isSpaceless(char unit) {
    return unit >= 0x0E00 && SPACELESS.contains(UnicodeScript.of(unit)) || isWide(unit);
  }

  private static boolean isWide(char unit) {
    return unit >= 0x3000 && unit <= 0x303F || unit >= 0xFF01 && unit <= 0xFF60;
  }

  private static boolean isLineBreak(char unit) {
    return unit == '\n' || unit == '\r' || unit == '\u0085' || unit == '\u2028' || unit == '\u2029';
  }

  private static boolean isSpace(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\u0085';
  }

  private static boolean isKept(char unit) {
    return !Character.isISOControl(unit)
        && unit != '\uFEFF'
        && unit != '\u200B'
        && unit != '\u00AD'
        && unit != '\uFFFE'
        && unit != '\uFFFF';
  }
}
