package org.parley.processor.watch;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// A text query made ready to be asked of one article after the other.
///
/// @param slot its number, see [TextQueries#put]
/// @param query in its simplest form
/// @param open whether that depends on the article's words, as that of a wildcard does
record Question(int slot, Query query, boolean open) {
  static Question of(int slot, Query query) throws IOException {
    var scoreless = new ConstantScoreQuery(query);
    boolean open = isOpen(query);
    return new Question(slot, open ? scoreless : nowhere().rewrite(scoreless), open);
  }

  private static IndexSearcher nowhere() throws IOException {
    return new IndexSearcher(new MultiReader());
  }

  private static boolean isOpen(Query query) {
    var found = new boolean[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public void visitLeaf(Query leaf) {
            found[0] |= leaf instanceof MultiTermQuery;
          }

          @Override
          public void consumeTermsMatching(
              Query leaf, String field, Supplier<ByteRunAutomaton> all) {
            found[0] |= leaf instanceof MultiTermQuery;
          }

          @Override
          public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this;
          }
        });
    return found[0];
  }

  /// Whether the one article of `searcher` matches.
  boolean matches(IndexSearcher searcher) throws IOException {
    Query asked = open ? searcher.rewrite(query) : query;
    Weight weight = asked.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
    LeafReaderContext article = searcher.getIndexReader().leaves().getFirst();
    Scorer scorer = weight.scorer(article);
    if (scorer == null) {
      return false;
    }
    TwoPhaseIterator exact = scorer.twoPhaseIterator();
    DocIdSetIterator candidates = exact == null ? scorer.iterator() : exact.approximation();
    return candidates.nextDoc() != DocIdSetIterator.NO_MORE_DOCS
        && (exact == null || exact.matches());
  }
}
