package org.parley.processor.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.contract.Spelling;

/// What can be said of a text query before it is parsed: the parser is not to be trusted with a
/// text that is very long or very deep, and says less clearly what is wrong.
record QueryText(String query) {
  private static final int MAX_LENGTH = 4_000;
  private static final int MAX_DEPTH = 30;

  /// Each one doubles what is inside it.
  private static final int MAX_DOUBLING = 4;

  private static final Pattern DOUBLING = Pattern.compile("fn:unorderedNoOverlaps");
  private static final Pattern WIDTH =
      Pattern.compile("fn:(?:maxwidth|maxgaps)\\(\\s*(\\d+)|\"~(\\d+)");
  private static final Pattern LEADING_WILDCARD =
      Pattern.compile("(?:^|[\\s(:+!-])([*?])[*?]*[^\\s:)*?]|fn:wildcard\\(\\s*\"?([*?])");
  private static final Pattern FUZZY = Pattern.compile("[^\\s\\\\\")]~|fn:fuzzyTerm");
  private static final Pattern FUNCTION = Pattern.compile("fn:(\\w+)");
  private static final List<String> FUNCTIONS =
      List.of(
          "after",
          "atLeast",
          "before",
          "containedBy",
          "containing",
          "extend",
          "fuzzyTerm",
          "maxgaps",
          "maxwidth",
          "nonOverlapping",
          "notContainedBy",
          "notContaining",
          "notWithin",
          "or",
          "ordered",
          "overlapping",
          "phrase",
          "unordered",
          "unorderedNoOverlaps",
          "wildcard",
          "within");

  /// @throws TextQuery.Refused saying what is wrong and where
  void check() throws TextQuery.Refused {
    if (query.length() > MAX_LENGTH) {
      throw TextQuery.Refused.of(
          "it is "
              + query.length()
              + " characters long, and "
              + MAX_LENGTH
              + " are allowed; split it into several watches");
    }
    checkBrackets();
    Matcher wildcard = LEADING_WILDCARD.matcher(query);
    if (wildcard.find()) {
      throw refused(
          Math.max(wildcard.start(1), wildcard.start(2)),
          "a word cannot begin with a wildcard, since every word of every article would have to be"
              + " tried; begin it with a letter",
          "");
    }
    checkWidths();
    checkFunctions();
  }

  /// How many words may be spelt differently.
  long fuzzyWords() {
    return FUZZY.matcher(query).results().count();
  }

  private void checkFunctions() throws TextQuery.Refused {
    Matcher function = FUNCTION.matcher(query);
    while (function.find()) {
      String name = function.group(1);
      if (!FUNCTIONS.contains(name)) {
        throw refused(
            function.start(),
            "unknown function 'fn:" + name + "'",
            Spelling.suggest(name, FUNCTIONS));
      }
    }
    if (DOUBLING.matcher(query).results().count() > MAX_DOUBLING) {
      throw TextQuery.Refused.of(
          "fn:unorderedNoOverlaps may stand in it " + MAX_DOUBLING + " times; use fn:unordered");
    }
  }

  private void checkWidths() throws TextQuery.Refused {
    Matcher width = WIDTH.matcher(query);
    while (width.find()) {
      int group = width.group(1) == null ? 2 : 1;
      String number = width.group(group);
      if (number.length() > 3 || Integer.parseInt(number) >= WordAnalyzer.GAP) {
        throw refused(
            width.start(group),
            "a distance of "
                + number
                + " words reaches beyond the sentence; use less than "
                + WordAnalyzer.GAP,
            "");
      }
    }
  }

  private void checkBrackets() throws TextQuery.Refused {
    Deque<Integer> open = new ArrayDeque<>();
    int quote = -1;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quote = quote < 0 ? i : -1;
      } else if (quote < 0 && c == '(') {
        open.push(i);
      } else if (quote < 0 && c == ')' && open.poll() == null) {
        throw refused(i, "a ) has no ( before it", "");
      }
      if (open.size() > MAX_DEPTH) {
        throw refused(i, "brackets stand in one another more than " + MAX_DEPTH + " deep", "");
      }
    }
    if (quote >= 0) {
      throw refused(quote, "a quotation mark is not closed", "");
    }
    Integer last = open.peek();
    if (last != null) {
      throw refused(last, "a ( is not closed", "; add " + ")".repeat(open.size()));
    }
  }

  /// @param index of the mistake in the query
  /// @param more what follows the place in the message
  TextQuery.Refused refused(int index, String what, String more) {
    String before = query.substring(0, Math.max(0, index));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = index - before.lastIndexOf('\n');
    String where = " at line " + line + ", column " + column + " of the query";
    return new TextQuery.Refused(what + where + more, what + more, index);
  }
}
