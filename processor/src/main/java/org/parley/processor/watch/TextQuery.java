package org.parley.processor.watch;

import java.util.List;
import java.util.Set;
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
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.parley.contract.Spelling;

/// Reads a watch's text query, in the syntax of Lucene's `StandardQueryParser` with its interval
/// functions, and refuses what would cost too much to ask of every article or could never be
/// answered. What passes costs at most in proportion to the article's length, by a factor that
/// these limits bound.
final class TextQuery {
  private static final int MAX_CLAUSES = 500;

  /// Each of them costs as much on a short text as on a long one.
  private static final int MAX_FUZZY = 20;

  private static final Set<String> FIELDS =
      Set.of(ArticleDocument.TEXT, ArticleDocument.TITLE, "*");

  private final QueryText text;

  private TextQuery(String query) {
    this.text = new QueryText(query);
  }

  /// @throws Refused saying what is wrong and, where known, where
  static Query parse(String query) throws Refused {
    var text = new TextQuery(query);
    text.text.check();
    Query parsed = text.parsed();
    text.checkClauses(parsed);
    return parsed;
  }

  /// What is wrong with a query, in words for the person who wrote it.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String bare;
    private final int index;

    Refused(String problem, String bare, int index) {
      super(problem);
      this.problem = problem;
      this.bare = bare;
      this.index = index;
    }

    /// Something that is wrong nowhere in particular.
    static Refused of(String problem) {
      return new Refused(problem, problem, 0);
    }

    /// With the line and column of the query, where they are known.
    String problem() {
      return problem;
    }

    /// Without them, for who knows those of the file.
    String bare() {
      return bare;
    }

    /// Where in the query it is; 0 where it is nowhere in particular.
    int index() {
      return index;
    }
  }

  private Query parsed() throws Refused {
    try {
      var parser = new StandardQueryParser(new WordAnalyzer());
      return parser.parse(text.query(), ArticleDocument.TEXT);
    } catch (ParseException e) {
      throw unparsable(e);
    } catch (QueryNodeException | IllegalArgumentException | TooComplexToDeterminizeException e) {
      throw Refused.of("it cannot be asked: " + firstLine(e) + "; simplify it");
    }
  }

  /// The parser counts from 0 and knows no lines.
  private Refused unparsable(ParseException e) {
    String what = "it is not in Lucene's query syntax";
    Token token = e.currentToken == null ? null : e.currentToken.next;
    if (token == null) {
      return Refused.of(what);
    }
    if (token.image.isBlank()) {
      String early = what + ": it ends too early";
      return new Refused(early, early, text.query().length());
    }
    return text.refused(token.beginColumn, what, ", near '" + token.image.strip() + "'");
  }

  private void checkClauses(Query parsed) throws Refused {
    if (parsed instanceof MatchNoDocsQuery
        || parsed instanceof BooleanQuery any && any.clauses().isEmpty()) {
      throw Refused.of("there is no word in it to look for");
    }
    if (parsed instanceof BooleanQuery bool
        && bool.clauses().stream().allMatch(c -> c.occur() == BooleanClause.Occur.MUST_NOT)) {
      throw Refused.of(
          "it only says what must be absent; add what must be there, or *:* for anything");
    }
    var census = new Census();
    parsed.visit(census);
    if (census.clauses > MAX_CLAUSES) {
      throw Refused.of(
          "it asks for "
              + census.clauses
              + " words or more, and "
              + MAX_CLAUSES
              + " are allowed; split it into several watches");
    }
    if (!census.unknownField.isEmpty()) {
      String field = census.unknownField;
      throw text.refused(
          Math.max(0, text.query().indexOf(field + ":")),
          "unknown field '" + field + "'",
          Spelling.suggest(field, List.of(ArticleDocument.TEXT, ArticleDocument.TITLE)));
    }
    if (text.fuzzyWords() > MAX_FUZZY) {
      throw Refused.of(
          "it asks for more than "
              + MAX_FUZZY
              + " words with a ~ for other spellings; write the spellings out, or split it into"
              + " several watches");
    }
    if (census.regexp) {
      throw text.refused(
          Math.max(0, text.query().indexOf('/')),
          "a regular expression is not supported",
          "; use a wildcard after the first letters, such as negotiat*");
    }
  }

  /// Counts what a query asks for and notes what it may not.
  private static final class Census extends QueryVisitor {
    private int clauses;
    private String unknownField = "";
    private boolean regexp;

    @Override
    public boolean acceptField(String field) {
      if (field != null && !FIELDS.contains(field) && unknownField.isEmpty()) {
        unknownField = field;
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
      regexp |= query instanceof RegexpQuery;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.lines().findFirst().orElse("malformed");
  }
}
