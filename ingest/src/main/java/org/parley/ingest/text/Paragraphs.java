package org.parley.ingest.text;

import java.util.ArrayList;
import java.util.List;

/// Finds the paragraphs of a text that is made of lines.
///
/// Some texts have a paragraph a line, with or without blank lines between; others are wrapped at
/// some 40 to 100 columns, with blank lines or an indent between paragraphs. A text counts as
/// wrapped when most of its line breaks stand where the next word would not have fitted and not at
/// the end of a sentence. A scraper's break in the middle of a sentence (around a link) is mended
/// in both.
final class Paragraphs {
  private static final int LEAST_WIDTH = 40;
  private static final int GREATEST_WIDTH = 100;
  private static final int LEAST_BREAKS = 2;

  /// How much room may be left at the end of a wrapped line.
  private static final int SLACK = 10;

  private final String raw;
  private final List<Line> lines;
  private final int width;
  private final boolean wrapped;

  private Paragraphs(String raw) {
    this.raw = raw;
    this.lines = Line.of(raw);
    this.width = usualWidth();
    this.wrapped = isWrapped();
  }

  static List<Passage> of(String raw) {
    return new Paragraphs(raw).passages();
  }

  private List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    PassageBuilder builder = new PassageBuilder();
    int indent = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isBlank()) {
        end(builder, passages);
        continue;
      }
      if (!builder.isEmpty()) {
        if (joins(lines.get(i - 1), line, indent)) {
          builder.add('\n', PassageBuilder.NOWHERE);
        } else {
          end(builder, passages);
        }
      }
      indent = line.indent();
      builder.addAll(raw, line.start(), line.end());
    }
    end(builder, passages);
    return passages;
  }

  private static void end(PassageBuilder builder, List<Passage> passages) {
    if (!builder.isEmpty()) {
      Passage passage = builder.build(false);
      if (!passage.isEmpty()) {
        passages.add(passage);
      }
    }
  }

  private boolean joins(Line above, Line below, int indent) {
    if (isItem(below) || below.indent() > indent + 1) {
      return false;
    }
    boolean sentenceEnds = Prose.endsSentence(raw, above.start(), above.end());
    boolean continues = !sentenceEnds && isContinuation(above, below);
    if (!wrapped) {
      return continues && words(above) >= 3;
    }
    return continues || isFull(above, below) || !sentenceEnds && isIndented();
  }

  /// Whether the next word would not have fitted.
  private boolean isFull(Line above, Line below) {
    return above.width() + 1 + firstWord(below) > width - SLACK;
  }

  private boolean isContinuation(Line above, Line below) {
    char first = raw.charAt(below.start());
    char last = raw.charAt(above.end() - 1);
    return last != ':' && (Character.isLowerCase(first) || ",;.)".indexOf(first) >= 0);
  }

  private boolean isItem(Line line) {
    char first = raw.charAt(line.start());
    boolean bullet = "-*•–—·▪●".indexOf(first) >= 0;
    return bullet && line.start() + 1 < line.end() && raw.charAt(line.start() + 1) == ' ';
  }

  private int firstWord(Line line) {
    int end = line.start();
    while (end < line.end() && raw.charAt(end) > ' ') {
      end++;
    }
    return end - line.start();
  }

  private int words(Line line) {
    return Prose.words(raw, line.start(), line.end());
  }

  /// The width that nine in ten of the lines that another follows keep to.
  private int usualWidth() {
    int[] widths =
        lines.stream().filter(line -> !line.isBlank()).mapToInt(Line::width).sorted().toArray();
    return widths.length == 0 ? 0 : widths[Math.min(widths.length - 1, widths.length * 9 / 10)];
  }

  private boolean isWrapped() {
    if (width < LEAST_WIDTH || width > GREATEST_WIDTH) {
      return false;
    }
    int breaks = 0;
    int full = 0;
    int within = 0;
    for (int i = 1; i < lines.size(); i++) {
      Line above = lines.get(i - 1);
      Line below = lines.get(i);
      if (!above.isBlank() && !below.isBlank() && below.indent() <= above.indent() + 1) {
        boolean ends = Prose.endsSentence(raw, above.start(), above.end());
        breaks++;
        full += isFull(above, below) || !ends && isContinuation(above, below) ? 1 : 0;
        within += ends ? 0 : 1;
      }
    }
    return breaks >= LEAST_BREAKS && full * 10 >= breaks * 6 && within * 10 >= breaks * 6;
  }

  /// Whether an indent, not a short line, is what sets paragraphs apart.
  private boolean isIndented() {
    for (int i = 1; i < lines.size(); i++) {
      Line above = lines.get(i - 1);
      Line below = lines.get(i);
      if (!above.isBlank() && !below.isBlank() && below.indent() > above.indent() + 1) {
        return true;
      }
    }
    return false;
  }
}
