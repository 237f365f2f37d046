package org.parley.processor.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Mention;
import org.parley.contract.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watches in force, and the question which of them want an article. A watch takes effect when
/// [#put(Watch)] returns. Thread-safe: many threads may ask while another puts and removes.
///
/// Tags come first, since they are cheap: equal filters are tried once, and only those that have
/// something in common with the article. Text queries are asked only for the watches whose filter
/// the article passed, and the article is taken apart into words only when there is such a watch.
public final class WatchSet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchSet.class);

  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final Map<String, Entry> entries = new HashMap<>();
  private final FilterIndex filters = new FilterIndex();
  private final TextQueries queries = new TextQueries();
  private final AtomicLong failures = new AtomicLong();
  private final Map<String, String> reported = new ConcurrentHashMap<>();

  private record Entry(Filter filter, String version, boolean hasQuery) {}

  /// An article whose watches are wanted.
  ///
  /// @param article who published it
  /// @param language detected, BCP 47
  /// @param mentions all of them, in the order of the text; hits name them by their place here
  /// @param text clean text, see [org.parley.contract.Article#text()]
  /// @param bodyStart where the body starts in `text`; 0 without a title
  public record Candidate(
      ArticleRef article, String language, List<Mention> mentions, String text, int bodyStart) {
    public Candidate {
      mentions = List.copyOf(mentions);
    }
  }

  /// Puts a watch in force, in place of the one of the same id. A watch that is refused changes
  /// nothing: the one of the same id stays in force.
  ///
  /// @throws InvalidWatchException saying in one line which watch, which field, what is wrong with
  ///   it and where
  public void put(Watch watch) {
    Query query = check(watch);
    var entry = new Entry(Filter.of(watch), watch.version(), query != null);
    lock.writeLock().lock();
    try {
      if (query == null) {
        drop(watch.watchId());
      } else {
        dropFilter(watch.watchId());
        queries.put(watch.watchId(), query);
      }
      entries.put(watch.watchId(), entry);
      filters.add(entry.filter(), watch.watchId());
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Whether a watch can be put in force, for those who accept one from a person.
  ///
  /// @return its text query, or `null` when it has none
  /// @throws InvalidWatchException as [#put(Watch)]
  static @Nullable Query check(Watch watch) {
    if (watch.concept() == null) {
      refuse(watch, "stages", !watch.stages().isEmpty());
      refuse(watch, "parties", !watch.parties().isEmpty());
      refuse(watch, "leastScore", watch.leastScore() > 1);
    }
    String query = watch.query();
    if (query == null) {
      return null;
    }
    try {
      return TextQuery.parse(query);
    } catch (TextQuery.Refused e) {
      throw InvalidWatchException.of(watch.watchId(), "query", e.problem());
    }
  }

  private static void refuse(Watch watch, String field, boolean given) {
    if (given) {
      throw InvalidWatchException.of(
          watch.watchId(),
          field,
          "only mentions of a concept have them; add 'concept: "
              + Mention.PEACE_TALKS
              + "' or leave "
              + field
              + " out");
    }
  }

  /// Ends a watch; one that is not there stays so.
  public void remove(String watchId) {
    lock.writeLock().lock();
    try {
      drop(watchId);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void drop(String watchId) {
    Entry entry = dropFilter(watchId);
    if (entry != null && entry.hasQuery()) {
      queries.remove(watchId);
    }
  }

  private @Nullable Entry dropFilter(String watchId) {
    Entry entry = entries.remove(watchId);
    if (entry != null) {
      filters.remove(entry.filter(), watchId);
    }
    return entry;
  }

  /// How many watches are in force.
  public int size() {
    lock.readLock().lock();
    try {
      return entries.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// How often a text query could not be answered: the watch then did not get the article, and all
  /// others did. Each watch's first failure is logged.
  public long failures() {
    return failures.get();
  }

  /// Which watches want an article, in the order of their ids: a function of the watches and the
  /// article alone.
  public List<WatchHit> match(Candidate candidate) {
    lock.readLock().lock();
    try {
      var hits = new ArrayList<WatchHit>();
      var asking = new HashMap<String, WatchHit>();
      filters.forEachPassing(
          TaggedArticle.of(candidate),
          (id, mentions) -> {
            Entry entry = entry(id);
            var hit = new WatchHit(id, entry.version(), mentions);
            if (entry.hasQuery()) {
              asking.put(id, hit);
            } else {
              hits.add(hit);
            }
          });
      if (!asking.isEmpty()) {
        asking.keySet().retainAll(answered(asking.keySet(), candidate));
        hits.addAll(asking.values());
      }
      hits.sort(Comparator.comparing(WatchHit::watchId));
      return hits;
    } finally {
      lock.readLock().unlock();
    }
  }

  private Set<String> answered(Set<String> asking, Candidate candidate) {
    Document document =
        ArticleDocument.of(candidate.text(), candidate.bodyStart(), candidate.language());
    TextQueries.Answer answer = queries.ask(asking, document);
    answer.failed().forEach((id, problem) -> report(id, candidate.article(), problem));
    return answer.yes();
  }

  private void report(String watchId, ArticleRef article, Exception problem) {
    failures.incrementAndGet();
    String version = entry(watchId).version();
    if (!version.equals(reported.put(watchId, version))) {
      LOG.warn(
          "watch '{}' could not be asked about article {}, and does not get it; its query is too"
              + " much for the text: simplify it",
          watchId,
          article.articleId(),
          problem);
    }
  }

  private Entry entry(String watchId) {
    Entry entry = entries.get(watchId);
    if (entry == null) {
      throw new IllegalStateException("filter index names an unknown watch " + watchId);
    }
    return entry;
  }

  /// Ends the background thread of the text queries; the set is not to be used again.
  @Override
  public void close() {
    queries.close();
  }
}
