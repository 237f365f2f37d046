package org.parley.processor.watch;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Finds a place of a YAML value in the file in which it is written: plain, quoted, or as a block
/// of lines, folded or not. YAML changes nothing of a value but the space between its words, and
/// what is escaped.
final class Written {
  private Written() {}

  /// Where the character `index` of a value, its outer space taken off, stands in `content`.
  ///
  /// @return -1 when it cannot be told
  static int at(String content, ScalarNode node, int index) {
    String value = node.getValue().strip();
    int raw = begin(content, node);
    for (int i = 0; i < Math.min(index, value.length()); i++) {
      if (isSpace(value.charAt(i))) {
        continue;
      }
      int next = next(content, space(content, raw), value.charAt(i), node.getScalarStyle());
      if (next < 0) {
        return -1;
      }
      raw = next;
    }
    return index < value.length() && !isSpace(value.charAt(index)) ? space(content, raw) : raw;
  }

  private static int begin(String content, ScalarNode node) {
    int start = content.offsetByCodePoints(0, node.getStartMark().getIndex());
    return switch (node.getScalarStyle()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> start + 1;
      case LITERAL, FOLDED -> content.indexOf('\n', start) + 1;
      default -> start;
    };
  }

  private static int space(String content, int from) {
    int at = from;
    while (at < content.length() && isSpace(content.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Where what is written of `c` at `at` ends.
  private static int next(String content, int at, char c, ScalarStyle style) {
    boolean escaped =
        style == ScalarStyle.DOUBLE_QUOTED && content.startsWith("\\" + c, at)
            || style == ScalarStyle.SINGLE_QUOTED && content.startsWith("''", at);
    int mark = escaped ? at + 1 : at;
    return mark < content.length() && content.charAt(mark) == c ? mark + 1 : -1;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }
}
