package org.parley.docker;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Reports on peace talks that have nothing else in common, as a corpus of one `.jsonl` file. The
/// same seed gives the same texts.
final class Reports {
  private static final int SENTENCES = 12;
  private static final List<String> WHO =
      List.of("The council", "A spokesman", "The bank", "The railway", "Two hospitals", "A court");
  private static final List<String> DID =
      List.of("announced", "postponed", "reviewed", "criticised", "published", "rejected");
  private static final List<String> WHAT =
      List.of("a new bridge", "the budget", "plans for the harbour", "the timetable", "a price");

  private final Random random;

  Reports(long seed) {
    random = new Random(seed);
  }

  String corpus(String name, int size) {
    var lines = new StringBuilder();
    for (int i = 0; i < size; i++) {
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"url\":\"https://paper.com/%s/%d\",\"title\":\"Round %d of %s\",\"text\":\"%s\"}%n",
              name,
              i,
              i,
              name,
              text()));
    }
    return lines.toString();
  }

  private String text() {
    var text = new StringBuilder(sentence());
    text.append(" Delegations of Ukraine and Russia met for peace talks in Geneva.");
    for (int i = 0; i < SENTENCES; i++) {
      text.append(' ').append(sentence());
    }
    return text.toString();
  }

  private String sentence() {
    return String.format(
        Locale.ROOT,
        "%s %s %s on street %d before item %d of the list was read.",
        pick(WHO),
        pick(DID),
        pick(WHAT),
        random.nextInt(100_000),
        random.nextInt(100_000));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
