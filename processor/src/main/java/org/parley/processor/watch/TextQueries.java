package org.parley.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The text queries of all watches, in a Lucene Monitor: its index of queries leaves out, for each
/// article, nearly all that cannot match, and of the rest only those are asked that the caller
/// wants to know of, each once and for no more than its [Work].
///
/// Registering costs the Monitor a commit and a new searcher, so what is put is kept until the next
/// question and then registered at once: 10,000 watches read at a start are two commits, not
/// 10,000. [#put(String, Query)] and [#remove(String)] are not to be called while another thread
/// asks; several threads may ask at one time.
final class TextQueries implements AutoCloseable {
  /// How many sets of a query's words the index holds: a query of several words is asked only where
  /// the article has one of each set. Two are the cheapest, measured.
  private static final int PASSES = 2;

  private final Monitor monitor;
  private final Map<String, Query> waiting = new HashMap<>();
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final BitSet taken = new BitSet();

  TextQueries() {
    try {
      monitor = new Monitor(new WordAnalyzer(), new MultipassTermFilteredPresearcher(PASSES));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the index of text queries in memory", e);
    }
  }

  /// @param yes which queries match, by slot
  /// @param failed what went wrong, by id
  record Answer(BitSet yes, Map<String, Exception> failed) {}

  /// @return the query's slot: a small number, its own until it is removed
  int put(String id, Query query) {
    synchronized (waiting) {
      waiting.put(id, query);
      return slots.computeIfAbsent(
          id,
          _ -> {
            int free = taken.nextClearBit(0);
            taken.set(free);
            return free;
          });
    }
  }

  void remove(String id) {
    synchronized (waiting) {
      waiting.remove(id);
      Integer slot = slots.remove(id);
      if (slot != null) {
        taken.clear(slot);
      }
      if (questions.remove(id) != null) {
        delete(id);
      }
    }
  }

  private void delete(String id) {
    try {
      monitor.deleteById(id);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the text query of watch " + id, e);
    }
  }

  /// Which of `wanted` say yes to `document`.
  ///
  /// @param wanted by slot
  /// @param work what each of them may do
  Answer ask(BitSet wanted, Document document, Work work) {
    var answer = new Answer(new BitSet(), new HashMap<>());
    try {
      register();
      monitor.match(document, words -> new Wanted(wanted, words, work, answer));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the index of text queries in memory", e);
    }
  }

  private void register() throws IOException {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        return;
      }
      List<MonitorQuery> queries =
          waiting.entrySet().stream().map(e -> new MonitorQuery(e.getKey(), e.getValue())).toList();
      monitor.register(queries);
      for (Map.Entry<String, Query> query : waiting.entrySet()) {
        String id = query.getKey();
        questions.put(id, Question.of(slots.getOrDefault(id, 0), query.getValue()));
      }
      waiting.clear();
    }
  }

  /// Asks a query when it is wanted. The Monitor offers a query of several branches as often as
  /// branches may match; it is asked as a whole, once.
  private final class Wanted extends CandidateMatcher<QueryMatch> {
    private final BitSet unasked;
    private final Answer answer;
    private final Work work;
    private final CountedReader words;
    private final IndexSearcher searcher;

    Wanted(BitSet wanted, IndexSearcher words, Work work, Answer answer) {
      super(words);
      unasked = (BitSet) wanted.clone();
      this.answer = answer;
      this.work = work;
      this.words = new CountedReader(words.getIndexReader().leaves().getFirst().reader(), work);
      searcher = new IndexSearcher(this.words);
      searcher.setQueryCache(null);
    }

    @Override
    public void matchQuery(String id, Query branch, Map<String, String> metadata) {
      Question question = questions.get(id);
      if (question != null && unasked.get(question.slot())) {
        unasked.clear(question.slot());
        ask(id, question);
      }
    }

    private void ask(String id, Question question) {
      words.chargeTo(work.again());
      try {
        if (question.matches(searcher)) {
          answer.yes().set(question.slot());
        }
      } catch (IOException | RuntimeException e) {
        answer.failed().put(id, e);
      }
    }

    @Override
    public @Nullable QueryMatch resolve(QueryMatch one, QueryMatch other) {
      return one;
    }
  }

  /// Ends the Monitor's thread, without which the JVM would not end.
  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the index of text queries in memory", e);
    }
  }
}
