package org.parley.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.parley.contract.Article;
import org.parley.contract.TextMap;

/// Articles for watches, and words to ask them for: [SyntheticNews] in which every number is a word
/// of a made-up vocabulary, drawn as words of a language are, the n-th most common one n-th as
/// often. One in [SyntheticNews#ONE_IN] speaks of talks between real parties, at any stage. The
/// same seed gives the same texts.
final class WatchedNews {
  static final List<String> PARTIES =
      List.of(
          "Ukraine",
          "Russia",
          "Sudan",
          "Yemen",
          "Israel",
          "Hamas",
          "Armenia",
          "Azerbaijan",
          "Colombia",
          "Myanmar",
          "Rwanda",
          "Ethiopia",
          "Lebanon",
          "Syria",
          "Libya",
          "Somalia",
          "Pakistan",
          "Afghanistan",
          "Georgia",
          "Mali");

  private static final List<String> TALKS =
      List.of(
          "Delegations of %s and %s met for peace talks in Geneva.",
          "The ceasefire between %s and %s held for a third day.",
          "Qatar mediates in the peace negotiations between %s and %s.",
          "%s rejected the ceasefire proposal of %s.",
          "The peace talks between %s and %s will begin in Istanbul on Monday.",
          "The peace talks between %s and %s have stalled, diplomats said.",
          "%s and %s signed a peace agreement after years of war.",
          "%s accused %s of breaking the ceasefire with an attack at night.",
          "%s called on %s to agree to a ceasefire.");
  private static final int WORDS = 20_000;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final List<String> BEGINNINGS =
      List.of("bra", "cor", "del", "fen", "gri", "hol", "jar", "lin", "mor", "nar", "pel", "ros");
  private static final List<String> MIDDLES =
      List.of("ba", "cle", "di", "fo", "ga", "hi", "lu", "mi", "no", "pu", "ri", "sta", "te", "va");
  private static final List<String> ENDS =
      List.of("n", "ck", "ll", "rd", "s", "st", "th", "ve", "ng", "m");

  private final SyntheticNews news;
  private final Random random;
  private final List<String> vocabulary;
  private final double[] upTo;

  WatchedNews(long seed, Instant start) {
    news = new SyntheticNews(seed, start);
    random = new Random(seed);
    vocabulary = vocabulary();
    upTo = new double[vocabulary.size()];
    double sum = 0;
    for (int rank = 0; rank < upTo.length; rank++) {
      sum += 1.0 / (rank + 1);
      upTo[rank] = sum;
    }
  }

  private static List<String> vocabulary() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int rest = i;
      String end = ENDS.get(rest % ENDS.size());
      rest /= ENDS.size();
      String middle = MIDDLES.get(rest % MIDDLES.size());
      rest /= MIDDLES.size();
      String beginning = BEGINNINGS.get(rest % BEGINNINGS.size());
      rest /= BEGINNINGS.size();
      words.add(beginning + middle + MIDDLES.get(rest % MIDDLES.size()) + end);
    }
    return words;
  }

  /// A word, the common ones more often.
  String word() {
    int rank = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return vocabulary.get(Math.min(rank < 0 ? -rank - 1 : rank, vocabulary.size() - 1));
  }

  /// The article of that number.
  Article article(int number) {
    Article plain = news.article(number);
    String title = NUMBER.matcher(String.valueOf(plain.title())).replaceAll(_ -> word());
    var text = new StringBuilder(title).append("\n\n");
    text.append(NUMBER.matcher(plain.text().substring(plain.bodyStart())).replaceAll(_ -> word()));
    if (number % SyntheticNews.ONE_IN == 0) {
      for (int i = 0; i < 4; i++) {
        text.append(' ')
            .append(String.format(Locale.ROOT, pick(TALKS), pick(PARTIES), pick(PARTIES)));
      }
    }
    return new Article(
        plain.articleId(),
        1,
        plain.origin(),
        plain.source(),
        null,
        title,
        null,
        null,
        plain.fetchedAt(),
        "en",
        text.toString(),
        title.length() + 2,
        false,
        TextMap.NONE);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
