package org.parley.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.parley.app.Benchmark;
import org.parley.contract.Article;
import org.parley.contract.Watch;
import org.parley.processor.WatchTrial;

/// `bench match [ARTICLES]`: articles a second that are read (language, mentions, stages) and asked
/// of watches, as step 1 of the processor does it, each as a ratio to tokenising the same texts
/// with Lucene's `StandardAnalyzer` alone.
///
/// One article in ten passes the gate. Watches are filters on tags, or text queries behind the
/// concept alone, so that each of them is asked of every article that passes. Time is that of the
/// one thread on its core, so another process beside it disturbs little.
public final class MatchBenchmark implements Benchmark {
  private static final int ARTICLES = 2_000;
  private static final List<Integer> WATCHES = List.of(1, 100, 10_000);
  private static final long SEED = 42;

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String summary() {
    return "articles a second against 1 to 10,000 watches, against tokenising them alone";
  }

  /// @param watches how many
  /// @param articles a second
  /// @param ratio to tokenising
  /// @param hits watches that wanted an article, on average of those that passed the gate
  record Rate(int watches, double articles, double ratio, double hits) {}

  /// @param tokenising articles a second
  /// @param tags watches that are filters on tags
  /// @param text watches with a text query
  record Rates(double tokenising, List<Rate> tags, List<Rate> text) {}

  @Override
  public Result run(List<String> arguments, PrintWriter progress) {
    int count = arguments.isEmpty() ? ARTICLES : Integer.parseInt(arguments.getFirst());
    progress.printf(Locale.ROOT, "%,d articles, seed %d, 1 thread%n", count, SEED);
    var news = new WatchedNews(SEED, Instant.EPOCH);
    List<Article> articles = IntStream.range(0, count).mapToObj(news::article).toList();
    var watches = new SyntheticWatches(SEED, news);
    double baseline = tokenising(articles);
    progress.printf(Locale.ROOT, "%-24s %,10.0f articles/s%n", "tokenising alone", baseline);
    var side = new Side(articles, baseline, progress);
    var rates =
        new Rates(
            rounded(baseline),
            WATCHES.stream().map(n -> side.measure("tag filter", watches.ofTags(n))).toList(),
            WATCHES.stream().map(n -> side.measure("text query", watches.ofText(n))).toList());
    Rate most = rates.tags().getLast();
    return new Result(
        name(), most.articles(), "articles/s", rates.tokenising(), most.ratio(), rates);
  }

  private static double tokenising(List<Article> articles) {
    try (Analyzer analyzer = new StandardAnalyzer()) {
      return rate(articles, article -> tokens(analyzer, article.text()));
    }
  }

  private static long tokens(Analyzer analyzer, String text) {
    try (TokenStream tokens = analyzer.tokenStream("text", text)) {
      long count = 0;
      tokens.reset();
      while (tokens.incrementToken()) {
        count++;
      }
      tokens.end();
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What all measurements share.
  private record Side(List<Article> articles, double baseline, PrintWriter progress) {
    Rate measure(String kind, List<Watch> watches) {
      long[] hits = new long[1];
      try (WatchTrial trial = WatchTrial.of(watches)) {
        double rate =
            rate(
                articles,
                article -> {
                  int wanted = trial.ask(article).wanted().size();
                  hits[0] += wanted;
                  return wanted;
                });
        double perPassed = hits[0] * SyntheticNews.ONE_IN / (2.0 * articles.size());
        progress.printf(
            Locale.ROOT,
            "%-24s %,10.0f articles/s  %.4f of tokenising, %,.0f hits an article that passes%n",
            String.format(Locale.ROOT, "%,d × %s", watches.size(), kind),
            rate,
            rate / baseline,
            perPassed);
        progress.flush();
        return new Rate(
            watches.size(), rounded(rate), rounded(rate / baseline), rounded(perPassed));
      }
    }
  }

  /// Does it once for the JVM to learn it, and once more for the figure.
  private static double rate(List<Article> articles, ToLongFunction<Article> task) {
    long sum = articles.stream().mapToLong(task).sum();
    long begin = cpuTime();
    sum -= articles.stream().mapToLong(task).sum();
    long nanos = cpuTime() - begin;
    if (sum != 0) {
      throw new IllegalStateException("the same articles gave another answer");
    }
    return articles.size() * 1e9 / nanos;
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
