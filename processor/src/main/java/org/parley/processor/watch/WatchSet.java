package org.parley.processor.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
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
  private final Map<String, InForce> watches = new HashMap<>();
  private final FilterIndex filters = new FilterIndex();
  private final TextQueries queries = new TextQueries();
  private final AtomicLong failures = new AtomicLong();
  private final Map<String, String> reported = new ConcurrentHashMap<>();
  private final Consumer<GivenUp> givenUp;

  /// With nobody to be told of queries that are given up.
  public WatchSet() {
    this(_ -> {});
  }

  /// @param givenUp told of each; called on the thread that asks
  public WatchSet(Consumer<GivenUp> givenUp) {
    this.givenUp = givenUp;
  }

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
    Filter filter = Filter.of(watch);
    String id = watch.watchId();
    lock.writeLock().lock();
    try {
      InForce before = dropFilter(id);
      if (query == null && before != null && before.hasQuery()) {
        queries.remove(id);
      }
      int slot = query == null ? InForce.NO_QUERY : queries.put(id, query);
      var now = new InForce(watch, filter, slot);
      watches.put(id, now);
      filters.add(now);
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
      throw InvalidWatchException.of(watch.watchId(), e);
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
      InForce before = dropFilter(watchId);
      if (before != null && before.hasQuery()) {
        queries.remove(watchId);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private @Nullable InForce dropFilter(String watchId) {
    InForce before = watches.remove(watchId);
    if (before != null) {
      filters.remove(before);
    }
    return before;
  }

  /// How many watches are in force.
  public int size() {
    lock.readLock().lock();
    try {
      return watches.size();
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
      var asking = new ArrayList<Asking>();
      filters.forEachPassing(
          TaggedArticle.of(candidate),
          (watch, mentions) -> {
            if (watch.hasQuery()) {
              asking.add(new Asking(watch, mentions));
            } else {
              hits.add(watch.hit(mentions));
            }
          });
      if (!asking.isEmpty()) {
        BitSet yes = answered(asking, candidate);
        for (Asking asked : asking) {
          if (yes.get(asked.watch.slot())) {
            hits.add(asked.watch.hit(asked.mentions));
          }
        }
      }
      hits.sort(Comparator.comparing(WatchHit::watchId));
      return hits;
    } finally {
      lock.readLock().unlock();
    }
  }

  /// A watch whose filter the article passed and whose text query is still to be asked.
  private record Asking(InForce watch, List<Integer> mentions) {}

  private BitSet answered(List<Asking> asking, Candidate candidate) {
    Document document =
        ArticleDocument.of(candidate.text(), candidate.bodyStart(), candidate.language());
    var wanted = new BitSet();
    asking.forEach(asked -> wanted.set(asked.watch.slot()));
    Work work = Work.of(candidate.text().length(), asking.size());
    TextQueries.Answer answer = queries.ask(wanted, document, work);
    answer.failed().forEach((id, problem) -> report(id, candidate.article(), problem));
    return answer.yes();
  }

  private void report(String watchId, ArticleRef article, Exception problem) {
    failures.incrementAndGet();
    InForce watch = watches.get(watchId);
    String version = watch == null ? "" : watch.version();
    boolean first = !version.equals(reported.put(watchId, version));
    givenUp.accept(
        new GivenUp(watchId, version, article, String.valueOf(problem.getMessage()), first));
    if (first) {
      LOG.warn(
          "watch '{}' could not be asked about article {}, and does not get it; its query is too"
              + " much for the text: simplify it",
          watchId,
          article.articleId(),
          problem);
    }
  }

  /// Ends the background thread of the text queries; the set is not to be used again.
  @Override
  public void close() {
    queries.close();
  }
}
