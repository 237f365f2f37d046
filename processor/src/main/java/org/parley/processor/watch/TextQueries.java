package org.parley.processor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/// The text queries of all watches, in a Lucene Monitor: its index of queries leaves out, for each
/// article, nearly all that cannot match, and of the rest only those are asked that the caller
/// wants to know of.
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
  private final Set<String> known = new HashSet<>();

  TextQueries() {
    try {
      monitor = new Monitor(new WordAnalyzer(), new MultipassTermFilteredPresearcher(PASSES));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the index of text queries in memory", e);
    }
  }

  /// @param yes which queries match
  /// @param failed what went wrong, by query
  record Answer(Set<String> yes, Map<String, Exception> failed) {}

  void put(String id, Query query) {
    synchronized (waiting) {
      waiting.put(id, query);
    }
  }

  void remove(String id) {
    synchronized (waiting) {
      waiting.remove(id);
      if (known.remove(id)) {
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
  Answer ask(Set<String> wanted, Document document) {
    try {
      register();
      MatchingQueries<QueryMatch> answers =
          monitor.match(document, searcher -> new Wanted(wanted, searcher));
      return new Answer(
          answers.getMatches().stream().map(QueryMatch::getQueryId).collect(Collectors.toSet()),
          answers.getErrors());
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
      known.addAll(waiting.keySet());
      waiting.clear();
    }
  }

  /// Asks a query only when it is wanted, and a query of several branches only until one says yes.
  private static final class Wanted extends CandidateMatcher<QueryMatch> {
    private final Set<String> wanted;
    private final Set<String> found = new HashSet<>();

    Wanted(Set<String> wanted, IndexSearcher searcher) {
      super(searcher);
      this.wanted = wanted;
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata)
        throws IOException {
      if (wanted.contains(id) && !found.contains(id) && searcher.count(query) > 0) {
        found.add(id);
        addMatch(new QueryMatch(id), 0);
      }
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
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
