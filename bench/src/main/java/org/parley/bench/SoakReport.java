package org.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.bench.SoakSite.Fault;
import org.parley.contract.Article;
import org.parley.contract.FeedState;
import org.parley.contract.SourceState;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.contract.topic.World;

/// What came of polling scripted feeds for a while.
///
/// @param seconds how long
/// @param feeds all of them
/// @param soundFeeds those on hosts without faults
/// @param offered entries
/// @param published entries among them that were published
/// @param doubled articles of an entry that has had them already
/// @param revisions published beyond the first of each entry
/// @param textsOffered texts that entries have had, the first included; some last for less than an
///   interval and are never seen
/// @param polls of sound feeds
/// @param lateSecondsP50 how much longer than the interval and its jitter a sound feed waited
/// @param lateSecondsP99 the same, of the slowest hundredth
/// @param lateSecondsMax the same, at most
/// @param overlaps how often a host was asked for two things at one time
/// @param peakHeapMegabytes in use after a collection
/// @param exitCode after SIGTERM
/// @param unnamed bad feeds whose reason is not known, or is another
/// @param reasons of bad feeds, and how many have each
record SoakReport(
    long seconds,
    int feeds,
    int soundFeeds,
    int offered,
    int published,
    int doubled,
    int revisions,
    int textsOffered,
    int polls,
    double lateSecondsP50,
    double lateSecondsP99,
    double lateSecondsMax,
    int overlaps,
    int peakHeapMegabytes,
    int exitCode,
    List<String> unnamed,
    Map<String, Integer> reasons) {
  /// The most that jitter makes of an interval.
  private static final double JITTER = 1.1;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// What the topics of the broker at `servers` say, beside the site.
  record Log(List<Article> articles, Map<String, SourceState> states) {
    static Log of(String servers) {
      World world = World.live("parley");
      var snapshot = new TopicSnapshot(Map.of("bootstrap.servers", servers), LIMIT);
      List<Article> articles = new ArrayList<>();
      snapshot
          .entries(world.articles())
          .forEach(entry -> {
            if (entry.value() != null) {
              articles.add(entry.value());
            }
          });
      return new Log(articles, snapshot.latest(world.sources()));
    }

    /// Entries that were published, with how many articles each has.
    Map<String, Integer> published() {
      Map<String, Integer> published = new HashMap<>();
      articles.forEach(article -> published.merge(article.origin().entry(), 1, Integer::sum));
      return published;
    }
  }

  static SoakReport of(
      SoakSite site, Log log, Duration interval, Duration took, int peakHeap, int exitCode) {
    Map<String, Integer> offered = site.offered();
    Map<String, Integer> published = log.published();
    List<Double> late = lateness(site.asked(), interval);
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> unnamed = new ArrayList<>();
    site.faulty().forEach((url, fault) -> name(url, fault, log, reasons, unnamed));
    return new SoakReport(
        took.toSeconds(),
        site.asked().size() + site.faulty().size(),
        site.asked().size(),
        offered.size(),
        (int) offered.keySet().stream().filter(published::containsKey).count(),
        doubled(log.articles()),
        (int) log.articles().stream().filter(article -> article.revision() > 1).count(),
        offered.values().stream().mapToInt(Integer::intValue).sum(),
        late.size(),
        share(late, 0.5),
        share(late, 0.99),
        share(late, 1),
        site.overlaps(),
        peakHeap,
        exitCode,
        unnamed,
        reasons);
  }

  private static int doubled(List<Article> articles) {
    long distinct =
        articles.stream()
            .map(a -> a.origin().name() + "#" + a.origin().entry() + "#" + a.revision())
            .distinct()
            .count();
    return (int) (articles.size() - distinct);
  }

  private static void name(
      String url, Fault fault, Log log, Map<String, Integer> reasons, List<String> unnamed) {
    SourceState state = log.states().get(url);
    FeedState fares = state == null ? null : state.feed();
    String problem = fares == null ? null : fares.problem();
    if (problem == null || !problem.contains(fault.words)) {
      unnamed.add(url + " (" + fault + "): " + problem);
    } else {
      String alike = problem.replaceAll("127\\.0\\.0\\.\\d+:\\d+", "its host");
      reasons.merge(alike.replaceAll("before \\S+", "before a time"), 1, Integer::sum);
    }
  }

  private static List<Double> lateness(Map<String, List<Long>> asked, Duration interval) {
    List<Double> late = new ArrayList<>();
    double allowed = interval.toNanos() * JITTER;
    for (List<Long> times : asked.values()) {
      for (int i = 1; i < times.size(); i++) {
        late.add(Math.max(0, times.get(i) - times.get(i - 1) - allowed) / 1e9);
      }
    }
    late.sort(null);
    return late;
  }

  private static double share(List<Double> sorted, double share) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int at = (int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share));
    return Math.round(sorted.get(at) * 1000) / 1000.0;
  }
}
