package org.parley.ingest.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ingest.text.Passage;
import org.parley.ingest.text.PassageBuilder;

/// The paragraphs of a Markdown file without its markup: headings, lists, quotes, emphasis, links
/// (their text stays, their address goes), images, code fences, rules and comments.
record Markdown(FrontMatter front, List<Passage> passages) {
  private static final int LONGEST_MARKUP = 2000;
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+");
  private static final Pattern BLOCK =
      Pattern.compile("(?:>\\s?|[-*+]\\s+(?:\\[[ xX]\\]\\s+)?|\\d{1,3}[.)]\\s+)");
  private static final Pattern RULE = Pattern.compile("(?:[-*_]\\s*){3,}|=+|-+");
  private static final Pattern IMAGE =
      Pattern.compile("!\\[[^\\]]{0,500}\\]\\([^)\\s]{0,1000}[^)]{0,200}\\)");
  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\]\\[]{1,500})\\](?:\\([^)\\s]{0,1000}[^)]{0,200}\\)|\\[[^\\]]{0,100}\\])");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,300}>|<!--.{0,1000}?-->");
  private static final Pattern MARKS =
      Pattern.compile(
          "\\*{1,3}|~~|`+|(?<![\\p{L}\\p{N}_])_{1,3}(?=\\S)|(?<=\\S)_{1,3}(?![\\p{L}\\p{N}_])");

  static Markdown of(String raw) {
    int start = raw.startsWith("\uFEFF") ? 1 : 0;
    FrontMatter front = FrontMatter.NONE;
    if (raw.startsWith("---\n", start) || raw.startsWith("---\r\n", start)) {
      Matcher end = Pattern.compile("\\r?\\n(?:---|\\.\\.\\.)[ \\t]*(?:\\r?\\n|$)").matcher(raw);
      if (end.find(start + 3)) {
        front = FrontMatter.of(raw.substring(start + 3, end.start()));
        start = end.end();
      }
    }
    return new Markdown(front, new Walk(raw).passages(start));
  }

  /// One walk over the lines.
  private static final class Walk {
    private final String raw;
    private final List<Passage> passages = new ArrayList<>();
    private final PassageBuilder builder = new PassageBuilder();
    private boolean fenced;

    Walk(String raw) {
      this.raw = raw;
    }

    List<Passage> passages(int from) {
      int start = from;
      while (start < raw.length()) {
        int end = raw.indexOf('\n', start);
        end = end < 0 ? raw.length() : end;
        line(start, end);
        start = end + 1;
      }
      end(false);
      return passages;
    }

    private void line(int from, int to) {
      String line = raw.substring(from, to);
      String bare = line.strip();
      if (bare.startsWith("```") || bare.startsWith("~~~")) {
        end(false);
        fenced = !fenced;
        return;
      }
      boolean rule = bare.length() < 200 && RULE.matcher(bare).matches();
      if (bare.isEmpty() || rule || fenced) {
        end(rule && !bare.startsWith("*"));
        return;
      }
      int start = from + line.indexOf(bare.charAt(0));
      Matcher heading = HEADING.matcher(raw).region(start, to);
      if (heading.lookingAt()) {
        end(false);
        inline(heading.end(), to);
        end(true);
        return;
      }
      inline(block(start, to), to);
      builder.add('\n', PassageBuilder.NOWHERE);
    }

    /// After the marks of quotes and list items; an item begins a passage.
    private int block(int from, int to) {
      int start = from;
      Matcher mark = BLOCK.matcher(raw).region(start, to);
      while (mark.lookingAt()) {
        if (raw.charAt(start) != '>') {
          end(false);
        }
        start = mark.end();
        mark.region(start, to);
      }
      return start;
    }

    private void inline(int from, int to) {
      if (to - from > LONGEST_MARKUP) {
        builder.addAll(raw, from, to);
        return;
      }
      boolean[] dropped = new boolean[to - from];
      String line = raw.substring(from, to);
      drop(IMAGE.matcher(line), dropped, false);
      drop(LINK.matcher(line), dropped, true);
      drop(TAG.matcher(line), dropped, false);
      drop(MARKS.matcher(line), dropped, false);
      for (int i = 0; i < dropped.length; i++) {
        boolean escape =
            line.charAt(i) == '\\' && i + 1 < dropped.length && isMark(line.charAt(i + 1));
        if (!dropped[i] && !escape) {
          builder.add(line.charAt(i), from + i);
        }
      }
    }

    private static void drop(Matcher matcher, boolean[] dropped, boolean keepText) {
      while (matcher.find()) {
        for (int i = matcher.start(); i < matcher.end(); i++) {
          boolean kept = keepText && i >= matcher.start(1) && i < matcher.end(1);
          dropped[i] |= !kept;
        }
      }
    }

    private static boolean isMark(char c) {
      return "\\`*_{}[]()#+-.!>~|".indexOf(c) >= 0;
    }

    private void end(boolean heading) {
      if (!builder.isEmpty()) {
        Passage passage = builder.build(heading);
        if (!passage.text().isEmpty()) {
          passages.add(passage);
        }
      }
    }
  }
}
