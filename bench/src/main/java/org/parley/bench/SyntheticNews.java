package org.parley.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.contract.TextMap;

/// Articles of some 350 words, no two alike, one in ten of which speaks of peace talks. The same
/// seed gives the same texts.
final class SyntheticNews {
  static final int ONE_IN = 10;

  private static final int WORDS = 350;
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final List<String> SUBJECTS =
      List.of(
          "The city council",
          "A spokesman for the port",
          "The national bank",
          "Local farmers",
          "Researchers at the university",
          "The railway company",
          "Two regional hospitals",
          "The film festival",
          "A court in the capital",
          "The league's champions");
  private static final List<String> VERBS =
      List.of(
          "announced",
          "postponed",
          "reviewed",
          "opened",
          "criticised",
          "published",
          "repaired",
          "rejected",
          "measured",
          "praised");
  private static final List<String> OBJECTS =
      List.of(
          "a new bridge over the river",
          "the budget for the coming year",
          "plans for the harbour",
          "a report on the harvest",
          "the timetable of the night trains",
          "an exhibition of glass",
          "the results of the season",
          "a study of the coast",
          "the price of electricity",
          "an old mill near the border");
  private static final List<String> TALKS =
      List.of(
          "Delegations of the two warring sides met for peace talks in Geneva.",
          "The ceasefire between the army and the rebels held for a third day.",
          "Mediators said that the negotiations on a peace plan had stalled.",
          "The president rejected the ceasefire proposal of the rebels.");

  private final Random random;
  private final Instant start;

  /// @param start when the first one is fetched; recent, or the broker forgets them at once
  SyntheticNews(long seed, Instant start) {
    this.random = new Random(seed);
    this.start = start;
  }

  /// The article of that number.
  Article article(int number) {
    String title = sentence() + " " + number;
    StringBuilder body = new StringBuilder();
    boolean speaksOfTalks = number % ONE_IN == 0;
    for (int words = 0; words < WORDS; words += 14) {
      body.append(sentence()).append(" on street ").append(random.nextInt(100_000));
      body.append(" before item ").append(random.nextInt(100_000)).append(". ");
      if (speaksOfTalks && random.nextInt(6) == 0) {
        body.append(TALKS.get(random.nextInt(TALKS.size()))).append(' ');
      }
    }
    if (speaksOfTalks) {
      body.append(TALKS.getFirst());
    }
    String entry = "article-" + number + ".txt";
    String text = title + "\n\n" + body.toString().strip();
    return new Article(
        Ids.article("bench", entry),
        1,
        new Origin(Origin.Kind.CORPUS, "bench", entry, "0".repeat(64), "UTF-8"),
        "site-" + number % 50 + ".example",
        null,
        title,
        null,
        null,
        start.plus(STEP.multipliedBy(number)),
        null,
        text,
        title.length() + 2,
        false,
        TextMap.NONE);
  }

  private String sentence() {
    return pick(SUBJECTS) + " " + pick(VERBS) + " " + pick(OBJECTS);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
