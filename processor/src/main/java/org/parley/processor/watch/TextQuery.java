package org.parley.processor.watch;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.RegexpQuery;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Spelling;

/// Reads a watch's text query, in the syntax of Lucene's `StandardQueryParser` with its interval
/// functions, and refuses what would cost too much to ask of every article or could never be
/// answered. What passes costs at most in proportion to the article's length, by a factor that
/// these limits bound.
final class TextQuery {
  private static final int MAX_LENGTH = 4_000;
  private static final int MAX_DEPTH = 30;
  private static final int MAX_CLAUSES = 500;

  /// Each one doubles what is inside it.
  private static final int MAX_DOUBLING = 4;

  private static final Pattern DOUBLING = Pattern.compile("fn:unorderedNoOverlaps");
  private static final Pattern WIDTH =
      Pattern.compile("fn:(?:maxwidth|maxgaps)\\(\\s*(\\d+)|\"~(\\d+)");
  private static final Pattern LEADING_WILDCARD =
      Pattern.compile("(?:^|[\\s(:+!-])[*?]+[^\\s:)*?]|fn:wildcard\\(\\s*\"?[*?]");
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
  private static final Set<String> FIELDS =
      Set.of(ArticleDocument.TEXT, ArticleDocument.TITLE, "*");

  private final String query;

  private TextQuery(String query) {
    this.query = query;
  }

  /// @throws Refused saying what is wrong and, where known, where
  static Query parse(String query) throws Refused {
    var text = new TextQuery(query);
    text.checkWords();
    Query parsed = text.parsed();
    checkClauses(parsed);
    return parsed;
  }

  /// What is wrong with a query, in words for the person who wrote it.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    Refused(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  private void checkWords() throws Refused {
    if (query.length() > MAX_LENGTH) {
      throw new Refused(
          "it is "
              + query.length()
              + " characters long, and "
              + MAX_LENGTH
              + " are allowed; split it into several watches");
    }
    checkBrackets();
    Matcher wildcard = LEADING_WILDCARD.matcher(query);
    if (wildcard.find()) {
      throw new Refused(
          "a word cannot begin with a wildcard, since every word of every article would have to be"
              + " tried; begin it with a letter"
              + place(wildcard.end() - 1));
    }
    checkWidths();
    checkFunctions();
  }

  private void checkFunctions() throws Refused {
    Matcher function = FUNCTION.matcher(query);
    while (function.find()) {
      String name = function.group(1);
      if (!FUNCTIONS.contains(name)) {
        throw new Refused(
            "unknown function 'fn:"
                + name
                + "'"
                + place(function.start())
                + Spelling.suggest(name, FUNCTIONS));
      }
    }
    if (DOUBLING.matcher(query).results().count() > MAX_DOUBLING) {
      throw new Refused(
          "fn:unorderedNoOverlaps may stand in it " + MAX_DOUBLING + " times; use fn:unordered");
    }
  }

  private void checkWidths() throws Refused {
    Matcher width = WIDTH.matcher(query);
    while (width.find()) {
      int group = width.group(1) == null ? 2 : 1;
      String number = width.group(group);
      if (number.length() > 3 || Integer.parseInt(number) >= WordAnalyzer.GAP) {
        throw new Refused(
            "a distance of "
                + number
                + " words reaches beyond the sentence; use less than "
                + WordAnalyzer.GAP
                + place(width.start(group)));
      }
    }
  }

  private void checkBrackets() throws Refused {
    int depth = 0;
    int quote = -1;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quote = quote < 0 ? i : -1;
      } else if (quote < 0 && c == '(') {
        depth++;
      } else if (quote < 0 && c == ')') {
        depth--;
      }
      if (depth < 0) {
        throw new Refused("a ) has no ( before it" + place(i));
      }
      if (depth > MAX_DEPTH) {
        throw new Refused("brackets stand in one another more than " + MAX_DEPTH + " deep");
      }
    }
    if (quote >= 0) {
      throw new Refused("a quotation mark is not closed; it opens" + place(quote));
    }
    if (depth > 0) {
      throw new Refused("a ( is not closed; add " + ")".repeat(depth));
    }
  }

  private Query parsed() throws Refused {
    try {
      var parser = new StandardQueryParser(new WordAnalyzer());
      return parser.parse(query, ArticleDocument.TEXT);
    } catch (ParseException e) {
      throw new Refused("it is not in Lucene's query syntax" + nextToken(e));
    } catch (QueryNodeException | IllegalArgumentException e) {
      throw new Refused("it cannot be asked: " + firstLine(e) + "; simplify it");
    }
  }

  /// The parser counts from 0 and knows no lines.
  private String nextToken(ParseException e) {
    Token token = e.currentToken == null ? null : e.currentToken.next;
    if (token == null) {
      return "";
    }
    return token.image.isBlank()
        ? ": it ends too early"
        : place(token.beginColumn) + ", near '" + token.image.strip() + "'";
  }

  private static void checkClauses(Query parsed) throws Refused {
    if (parsed instanceof MatchNoDocsQuery
        || parsed instanceof BooleanQuery any && any.clauses().isEmpty()) {
      throw new Refused("there is no word in it to look for");
    }
    if (parsed instanceof BooleanQuery bool
        && bool.clauses().stream().allMatch(c -> c.occur() == BooleanClause.Occur.MUST_NOT)) {
      throw new Refused(
          "it only says what must be absent; add what must be there, or *:* for anything");
    }
    var census = new Census();
    parsed.visit(census);
    if (census.clauses > MAX_CLAUSES) {
      throw new Refused(
          "it asks for "
              + census.clauses
              + " words or more, and "
              + MAX_CLAUSES
              + " are allowed; split it into several watches");
    }
    if (census.problem != null) {
      throw new Refused(census.problem);
    }
  }

  /// Counts what a query asks for and notes the first thing that it may not.
  private static final class Census extends QueryVisitor {
    private int clauses;
    private @Nullable String problem;

    @Override
    public boolean acceptField(String field) {
      if (field != null && !FIELDS.contains(field) && problem == null) {
        problem =
            "unknown field '"
                + field
                + "'"
                + Spelling.suggest(field, List.of(ArticleDocument.TEXT, ArticleDocument.TITLE));
      }
      return true;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
      clauses += terms.length;
    }

    @Override
    public void visitLeaf(Query query) {
      clauses++;
      if (query instanceof RegexpQuery && problem == null) {
        problem =
            "a regular expression is not supported; use a wildcard after the first letters, such as"
                + " negotiat*";
      }
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }

  private String place(int index) {
    String before = query.substring(0, Math.max(0, index));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = index - before.lastIndexOf('\n');
    return " at line " + line + ", column " + column + " of the query";
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.lines().findFirst().orElse("malformed");
  }
}
