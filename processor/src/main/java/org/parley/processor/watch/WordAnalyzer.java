package org.parley.processor.watch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Words of a text and of a query alike: split where Unicode (UAX #29) splits, without the English
/// `'s`, in lower case, Latin letters without their accents, so that `erdogan` finds *Erdoğan's*.
/// No word is left out and none is stemmed.
///
/// The values of a field stand [#GAP] positions apart, so that an interval narrower than that
/// cannot reach from one sentence into the next.
final class WordAnalyzer extends Analyzer {
  /// Positions between two sentences.
  static final int GAP = 100;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    return new TokenStreamComponents(words, plain(new EnglishPossessiveFilter(words)));
  }

  /// What a wildcard's fixed letters are matched as.
  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return plain(in);
  }

  private static TokenStream plain(TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(words));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }
}
