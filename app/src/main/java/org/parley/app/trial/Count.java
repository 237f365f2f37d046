package org.parley.app.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Watch;
import org.parley.processor.WatchTrial;
import org.parley.processor.WatchTrial.Answer;

/// Asks a watch of one article after the other, as step 1 of the processor does it, and counts.
/// Nothing is written anywhere. For one thread; close it.
final class Count implements AutoCloseable {
  /// Marks of an article; the parts of the watch follow, the whole watch first.
  private static final long READ = 1;

  private static final long SPEAKS = 2;
  private static final int FIRST_PART = 2;

  private final Watch watch;
  private final List<Relaxed> parts;
  private final WatchTrial trial;
  private final Map<String, Long> marks = new HashMap<>();
  private final SortedMap<String, Integer> perDay = new TreeMap<>();

  /// @throws IllegalArgumentException when the watch cannot be followed; the message says why
  Count(Watch watch) {
    this.watch = watch;
    parts = Relaxed.of(watch);
    trial = WatchTrial.of(parts.stream().map(Relaxed::watch).toList());
  }

  /// Whom to tell what.
  ///
  /// @param found of each article that the watch wants, once
  /// @param refused why something could not be read, one line each
  record Listeners(Consumer<Finding> found, Consumer<String> refused) {}

  /// Asks. What bears the same `key` counts as one article, and as wanted when it was once.
  ///
  /// @param day on which it counts
  void ask(String key, Article article, String day, Listeners listeners) {
    Answer answer;
    try {
      answer = trial.ask(article);
    } catch (IllegalArgumentException e) {
      listeners.refused.accept(article.origin().entry() + ": " + e.getMessage());
      return;
    }
    long before = marks.getOrDefault(key, 0L);
    long now = before | READ | marks(answer);
    marks.put(key, now);
    if (has(now, 0) && !has(before, 0)) {
      perDay.merge(day, 1, Integer::sum);
      List<Mention> passing =
          answer.wanted().getOrDefault(parts.getFirst().watch().watchId(), List.of());
      listeners.found.accept(new Finding(article.ref(), answer.language(), passing));
    }
  }

  /// Shows a day also when nothing on it is wanted.
  void show(String day) {
    perDay.putIfAbsent(day, 0);
  }

  private long marks(Answer answer) {
    boolean speaks = watch.concept() == null || answer.speaksOf(watch.concept());
    long all = speaks ? SPEAKS : 0;
    for (int part = 0; part < parts.size(); part++) {
      if (answer.wanted().containsKey(parts.get(part).watch().watchId())) {
        all |= 1L << FIRST_PART + part;
      }
    }
    return all;
  }

  private static boolean has(long marks, int part) {
    return (marks & 1L << FIRST_PART + part) != 0;
  }

  /// How many articles were read.
  int articles() {
    return marks.size();
  }

  /// What it came to.
  ///
  /// @param of what was read, for people: `the corpus`
  TrialResult result(String of) {
    SortedMap<String, Integer> withoutPart = new TreeMap<>();
    for (int part = 1; part < parts.size(); part++) {
      int asked = part;
      withoutPart.put(parts.get(part).part(), count(all -> has(all, asked)));
    }
    return new TrialResult(
        watch.watchId(),
        watch.concept(),
        of,
        marks.size(),
        count(all -> (all & SPEAKS) != 0),
        count(all -> has(all, 0)),
        perDay,
        withoutPart);
  }

  private int count(LongPredicate which) {
    return (int) marks.values().stream().filter(which::test).count();
  }

  @Override
  public void close() {
    trial.close();
  }
}
