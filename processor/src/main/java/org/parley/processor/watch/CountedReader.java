package org.parley.processor.watch;

import java.io.IOException;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// An article's words, every look at which takes steps of [Work]. For one thread.
final class CountedReader extends FilterLeafReader {
  private Work work;

  CountedReader(LeafReader words, Work work) {
    super(words);
    this.work = work;
  }

  /// What is looked at from now on is this one's.
  void chargeTo(Work work) {
    this.work = work;
  }

  @Override
  public @Nullable Terms terms(String field) throws IOException {
    Terms terms = in.terms(field);
    return terms == null ? null : new Words(terms);
  }

  @Override
  public @Nullable CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  private final class Words extends FilterTerms {
    Words(Terms words) {
      super(words);
    }

    @Override
    public TermsEnum iterator() throws IOException {
      return new EachWord(in.iterator());
    }
  }

  private final class EachWord extends FilterTermsEnum {
    EachWord(TermsEnum words) {
      super(words);
    }

    @Override
    public BytesRef next() throws IOException {
      work.take(Work.NEXT);
      return in.next();
    }

    @Override
    public SeekStatus seekCeil(BytesRef word) throws IOException {
      work.take(Work.SEEK);
      return in.seekCeil(word);
    }

    @Override
    public boolean seekExact(BytesRef word) throws IOException {
      work.take(Work.SEEK);
      return in.seekExact(word);
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      return new EachPlace(in.postings(null, flags));
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      return new SlowImpactsEnum(postings(null, flags));
    }
  }

  private final class EachPlace extends FilterPostingsEnum {
    EachPlace(PostingsEnum places) {
      super(places);
    }

    @Override
    public int nextPosition() throws IOException {
      work.take(1);
      return in.nextPosition();
    }
  }
}
