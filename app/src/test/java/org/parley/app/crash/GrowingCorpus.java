package org.parley.app.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.parley.contract.Json;

/// A corpus that grows file by file: reports of up to five papers each, told apart by what they
/// cut, a third of them on peace talks; some are revised when the next file comes. The same seed
/// gives the same texts. For one thread.
final class GrowingCorpus {
  private static final int ROWS = 48;
  private static final int SENTENCES = 14;
  private static final int MOST_COPIES = 4;
  private static final int TALKS_ONE_IN = 3;
  private static final int REVISED_ONE_IN = 12;

  private static final List<String> SUBJECTS =
      List.of(
          "The city council",
          "A spokesman for the port",
          "The national bank",
          "Local farmers",
          "The railway company",
          "Two regional hospitals",
          "A court in the capital");
  private static final List<String> VERBS =
      List.of("announced", "postponed", "reviewed", "criticised", "published", "rejected");
  private static final List<String> OBJECTS =
      List.of(
          "a new bridge over the river",
          "the budget for the coming year",
          "plans for the harbour",
          "a report on the harvest",
          "the timetable of the night trains",
          "the price of electricity");
  private static final List<String> TALKS =
      List.of(
          "Delegations of Ukraine and Russia met for peace talks in Geneva.",
          "The ceasefire between the army and the rebels of Sudan held for a third day.",
          "Mediators said that the peace talks between Israel and Hamas had stalled.",
          "The president rejected the ceasefire proposal of the rebels in Yemen.");
  private static final String LATER =
      "Later that day both sides of the war signed a ceasefire agreement in the capital.";

  private final Path folder;
  private final Random random;
  private final List<Row> waiting = new ArrayList<>();
  private final Map<String, Integer> revisions = new LinkedHashMap<>();
  private List<Row> newest = List.of();
  private int files;
  private int reports;

  private record Row(String url, String title, String text) {
    Row revised() {
      return new Row(url, title, text + " " + LATER);
    }

    String json() {
      return Json.write(Map.of("url", url, "title", title, "text", text));
    }
  }

  GrowingCorpus(Path folder, long seed) {
    this.folder = folder;
    random = new Random(seed);
  }

  Path folder() {
    return folder;
  }

  /// How many revisions of each article there are so far, by its address.
  Map<String, Integer> revisions() {
    return Map.copyOf(revisions);
  }

  /// Adds a file, and revises some articles of the one before.
  void grow() {
    if (!newest.isEmpty()) {
      write(newest.stream().map(this::maybeRevised).toList());
    }
    newest = draw();
    files++;
    newest.forEach(row -> revisions.put(row.url(), 1));
    write(newest);
  }

  private Row maybeRevised(Row row) {
    if (random.nextInt(REVISED_ONE_IN) > 0) {
      return row;
    }
    revisions.put(row.url(), 2);
    return row.revised();
  }

  private List<Row> draw() {
    List<Row> rows = new ArrayList<>();
    while (rows.size() < ROWS) {
      while (waiting.size() < ROWS) {
        waiting.addAll(report(reports++));
      }
      rows.add(waiting.remove(random.nextInt(waiting.size())));
    }
    return rows;
  }

  private List<Row> report(int number) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(sentence());
    }
    if (number % TALKS_ONE_IN == 0) {
      sentences.add(1, pick(TALKS));
    }
    String title = pick(SUBJECTS) + " " + pick(VERBS) + " " + pick(OBJECTS) + " " + number;
    List<Row> copies = new ArrayList<>();
    for (int copy = random.nextInt(MOST_COPIES + 1); copy >= 0; copy--) {
      int site = (number * 7 + copy) % 50;
      copies.add(
          new Row(
              String.format(Locale.ROOT, "https://paper-%d.com/%d/%d", site, number, copy),
              title,
              String.join(" ", sentences.subList(0, sentences.size() - copy))));
    }
    return copies;
  }

  private String sentence() {
    return String.format(
        Locale.ROOT,
        "%s %s %s on street %d before item %d of the list was read.",
        pick(SUBJECTS),
        pick(VERBS),
        pick(OBJECTS),
        random.nextInt(100_000),
        random.nextInt(100_000));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private void write(List<Row> rows) {
    try {
      Files.write(
          folder.resolve(String.format(Locale.ROOT, "news-%04d.jsonl", files)),
          rows.stream().map(Row::json).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
