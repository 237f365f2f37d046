package org.parley.bench;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.parley.app.Benchmark;
import org.parley.contract.Article;
import org.parley.processor.fingerprint.Fingerprinter;

/// `bench fingerprint`: documents of some 350 words a second that one core fingerprints, from the
/// text to what a match carries, as a ratio to hash4j making a MinHash signature of 128 components
/// from the shingles of the same documents, whose words it gets ready made.
///
/// What else hash4j and the JDK do with them is measured beside it, in turns, so that a disturbance
/// meets all alike; each figure is the median of the rounds, in time of the one thread.
public final class FingerprintBenchmark implements Benchmark {
  private static final int DOCUMENTS = 2_000;
  private static final long SEED = 42;
  private static final int WARMING = 5;
  private static final int ROUNDS = 15;
  private static final int LEAST_ROUNDS = 3;

  /// No round begins after it.
  private static final Duration LONGEST = Duration.ofSeconds(35);

  private static final int COMPONENTS = 128;
  private static final int COMPONENT_BITS = 32;
  private static final int SAMPLING = 8;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Hasher64 HASHER = Hashing.wyhashFinal4();

  @Override
  public String name() {
    return "fingerprint";
  }

  @Override
  public String summary() {
    return "documents a second that are fingerprinted, against hash4j's MinHash of their shingles";
  }

  /// Documents a second.
  ///
  /// @param fingerprint from the text: sentences, normalised words, codes
  /// @param minHash128 hash4j from words, the ratio's baseline
  /// @param superMinHash128 hash4j from words
  /// @param sampled from words: shingles hashed by hash4j, one in eight kept
  /// @param plain from the text with the JDK alone: NFKC, lower case, NFD, words by a pattern,
  ///   shingles hashed
  /// @param words of a document, on average
  record Rates(
      double fingerprint,
      double minHash128,
      double superMinHash128,
      double sampled,
      double plain,
      double words) {}

  /// A document, and its words for those who get them ready made.
  private record Document(Article article, String[] words) {
    static Document of(Article article) {
      return new Document(article, split(article.text()));
    }

    int shingles() {
      return Math.max(0, words.length - 2);
    }

    long shingle(int at) {
      return HASHER
          .hashStream()
          .putChars(words[at])
          .putChars(words[at + 1])
          .putChars(words[at + 2])
          .getAsLong();
    }

    private static String[] split(String text) {
      String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      String plain = Normalizer.normalize(lower, Normalizer.Form.NFD);
      return WORD.matcher(plain).results().map(found -> found.group()).toArray(String[]::new);
    }
  }

  @Override
  public Result run(List<String> arguments, PrintWriter progress) {
    progress.printf(Locale.ROOT, "%,d documents, seed %d, 1 thread%n", DOCUMENTS, SEED);
    var news = new WireNews(SEED, Instant.EPOCH, Duration.ofSeconds(1));
    List<Document> documents =
        IntStream.range(0, DOCUMENTS)
            .mapToObj(number -> Document.of(news.item(number).article()))
            .toList();
    double[] rates = rates(documents, progress);
    double words = documents.stream().mapToInt(each -> each.words.length).average().orElse(0);
    var details = new Rates(rates[0], rates[1], rates[2], rates[3], rates[4], Math.round(words));
    return new Result(
        name(),
        details.fingerprint(),
        "documents/s",
        details.minHash128(),
        Math.round(details.fingerprint() / details.minHash128() * 1000) / 1000.0,
        details);
  }

  private static double[] rates(List<Document> documents, PrintWriter progress) {
    List<String> names =
        List.of("fingerprint", "minHash128", "superMinHash128", "sampled", "plain");
    var fingerprinter = new Fingerprinter();
    List<ToLongFunction<Document>> tasks =
        List.of(
            each -> fingerprint(fingerprinter, each.article),
            signature(SimilarityHashing.minHash(COMPONENTS, COMPONENT_BITS)),
            signature(SimilarityHashing.superMinHash(COMPONENTS, COMPONENT_BITS)),
            each -> sampled(each),
            each -> sampled(Document.of(each.article)));
    List<double[]> rounds = new ArrayList<>();
    long begin = System.nanoTime();
    for (int round = -WARMING; round < LEAST_ROUNDS || isGoingOn(round, begin); round++) {
      double[] rates = tasks.stream().mapToDouble(task -> rate(documents, task)).toArray();
      if (round >= 0) {
        rounds.add(rates);
      }
    }
    double[] medians =
        IntStream.range(0, tasks.size()).mapToDouble(task -> median(rounds, task)).toArray();
    for (int task = 0; task < medians.length; task++) {
      progress.printf(Locale.ROOT, "%-16s %,10.0f documents/s%n", names.get(task), medians[task]);
    }
    return medians;
  }

  private static boolean isGoingOn(int round, long begin) {
    return round < ROUNDS && System.nanoTime() - begin < LONGEST.toNanos();
  }

  private static long fingerprint(Fingerprinter fingerprinter, Article article) {
    return fingerprinter
        .of(article.text(), article.bodyStart(), "en")
        .fingerprint()
        .words()
        .length();
  }

  private static ToLongFunction<Document> signature(SimilarityHashPolicy policy) {
    SimilarityHasher hasher = policy.createHasher();
    return each ->
        hasher.compute(ElementHashProvider.ofFunction(each::shingle, each.shingles()))[0];
  }

  private static long sampled(Document document) {
    return IntStream.range(0, document.shingles())
        .mapToLong(document::shingle)
        .filter(hash -> Long.remainderUnsigned(hash, SAMPLING) == 0)
        .count();
  }

  private static double rate(List<Document> documents, ToLongFunction<Document> task) {
    long begin = cpuTime();
    long sum = documents.stream().mapToLong(task).sum();
    long nanos = cpuTime() - begin;
    if (sum == 0) {
      throw new IllegalStateException("nothing came of " + documents.size() + " documents");
    }
    return documents.size() * 1e9 / nanos;
  }

  private static double median(List<double[]> rounds, int task) {
    double[] sorted = rounds.stream().mapToDouble(round -> round[task]).sorted().toArray();
    return Math.round(sorted[sorted.length / 2]);
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
