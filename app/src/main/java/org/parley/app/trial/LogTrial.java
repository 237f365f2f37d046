package org.parley.app.trial;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.app.Cluster;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Watch;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot.Entry;

/// Tries a watch on what the log of a cluster holds: on each article as it came, redeliveries left
/// out, as step 1 of the processor sees them. An article that came in several revisions counts
/// once, as wanted when one of them is. It joins no group and leaves no trace. For one thread;
/// close it.
public final class LogTrial implements AutoCloseable {
  private final Count count;
  private final Map<String, Last> last = new HashMap<>();

  /// @throws IllegalArgumentException when the watch cannot be followed; the message says why
  public LogTrial(Watch watch) {
    count = new Count(watch);
  }

  /// The newest that is known of an article.
  private record Last(int revision, String textHash) {
    boolean covers(Article article, String otherHash) {
      return textHash.equals(otherHash) || article.revision() < revision;
    }
  }

  /// Reads what was committed until now.
  ///
  /// @param since what was fetched earlier is left out
  /// @param found told of each article that the watch wants
  /// @param refused told why a record was refused, one line each
  /// @param progress told how many articles have been read, at each of them
  public TrialResult run(
      Cluster cluster,
      Instant since,
      Consumer<Finding> found,
      Consumer<String> refused,
      Consumer<Integer> progress) {
    Topic<Article> articles = cluster.world().articles();
    var listeners = new Count.Listeners(found, refused);
    cluster
        .snapshot()
        .read(
            articles,
            since,
            entry -> {
              Article article = entry.value();
              if (article == null) {
                refused.accept(place(articles, entry) + ": " + entry.problem());
              } else {
                ask(article, listeners);
                progress.accept(count.articles());
              }
            });
    return count.result("the log since " + since);
  }

  private static String place(Topic<Article> topic, Entry<Article> entry) {
    return topic.name() + "-" + entry.partition() + "@" + entry.offset();
  }

  private void ask(Article article, Count.Listeners listeners) {
    String textHash = Ids.text(article.text());
    Last before = last.get(article.articleId());
    if (before != null && before.covers(article, textHash)) {
      return;
    }
    last.put(article.articleId(), new Last(article.revision(), textHash));
    String day = article.fetchedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    count.show(day);
    count.ask(article.articleId(), article, day, listeners);
  }

  @Override
  public void close() {
    count.close();
  }
}
