package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;

/// As many watches as wanted, nearly all different. The same seed gives the same watches.
final class SyntheticWatches {
  private static final List<String> LANGUAGES = List.of("en", "uk", "ru", "fr", "es", "ar");
  private static final int SOURCES = 200;

  private final Random random;
  private final WatchedNews news;

  SyntheticWatches(long seed, WatchedNews news) {
    this.random = new Random(seed);
    this.news = news;
  }

  /// Watches that are filters on tags; each asks for a random part of what can be asked for.
  List<Watch> ofTags(int count) {
    return IntStream.range(0, count).mapToObj(this::tagFilter).toList();
  }

  private Watch tagFilter(int number) {
    return watch(
        number,
        some(0.6, 3, List.of(Stage.values())),
        some(0.5, 2, WatchedNews.PARTIES),
        some(0.3, 2, LANGUAGES),
        some(0.3, 3, IntStream.range(0, SOURCES).mapToObj(i -> "site-" + i + ".example").toList()),
        null);
  }

  /// Watches that ask every article of the concept for words.
  List<Watch> ofText(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> watch(number, List.of(), List.of(), List.of(), List.of(), query(number)))
        .toList();
  }

  private String query(int number) {
    String one = news.word();
    String other = news.word();
    String third = news.word();
    return switch (number % 8) {
      case 0 -> one;
      case 1 -> one + " AND " + other;
      case 2 -> '"' + one + ' ' + other + '"';
      case 3 -> "fn:maxwidth(8 fn:unordered(" + one + " fn:or(" + other + " " + third + ")))";
      case 4 -> one + " OR " + other + " OR " + third;
      case 5 -> one.substring(0, 4) + "* AND " + other;
      case 6 -> "ceasefire AND (" + one + " OR " + other + ") AND NOT " + third;
      default -> "fn:ordered(fn:or(peace ceasefire) fn:or(talks proposal agreement)) AND " + one;
    };
  }

  private <T> List<T> some(double chance, int most, List<T> all) {
    if (random.nextDouble() >= chance) {
      return List.of();
    }
    List<T> some = new ArrayList<>();
    Stream.generate(() -> all.get(random.nextInt(all.size())))
        .limit(1 + random.nextInt(most))
        .forEach(some::add);
    return some;
  }

  private Watch watch(
      int number,
      List<Stage> stages,
      List<String> parties,
      List<String> languages,
      List<String> sources,
      @Nullable String query) {
    return new Watch(
        "watch-" + number,
        null,
        Mention.PEACE_TALKS,
        stages,
        parties,
        languages,
        sources,
        query == null ? 1 + random.nextInt(3) : 1,
        random.nextBoolean() ? Watch.Breadth.STRICT : Watch.Breadth.BROAD,
        query);
  }
}
