package org.parley.processor.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Measures the lane on a set of copies: rows of `id, cluster, kind, text`, shuffled. Prints
/// precision, recall and F1 over pairs, and which kinds were missed. Run by hand: `java -cp …
/// DuplicatesMeasure FILE.tsv.gz`.
final class DuplicatesMeasure {
  private DuplicatesMeasure() {}

  private record Row(String id, String cluster, String kind, String text) {}

  public static void main(String[] args) {
    List<Row> rows = read(Path.of(args[0]));
    double least =
        args.length > 1 ? Double.parseDouble(args[1]) : CopyRule.STANDARD.leastContainment();
    int sampling = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    for (int seed = 1; seed <= 3; seed++) {
      List<Row> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(seed));
      measure(shuffled, seed, new CopyRule(least, 12, Duration.ofHours(6)), sampling);
    }
  }

  private static void measure(List<Row> rows, int seed, CopyRule rule, int sampling) {
    StoryLane lane =
        new StoryLane(new MemoryLaneStore(), StoryLane.Retention.STANDARD, rule, sampling);
    Map<String, String> stories = new HashMap<>();
    long start = System.nanoTime();
    for (Row row : rows) {
      Placement placed = lane.place(Matches.match(row.id(), row.text()), Matches.START);
      stories.put(row.id(), placed.story().storyId());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    print(rows, stories, seed, seconds);
  }

  private static void print(List<Row> rows, Map<String, String> stories, int seed, double seconds) {
    long found = 0;
    long right = 0;
    long wanted = 0;
    long[] roundups = new long[2];
    Map<String, long[]> byKind = new TreeMap<>();
    for (Row a : rows) {
      boolean joined = false;
      for (Row b : rows) {
        if (a == b) {
          continue;
        }
        boolean together = Objects.equals(stories.get(a.id()), stories.get(b.id()));
        boolean same = a.cluster().equals(b.cluster());
        found += together ? 1 : 0;
        wanted += same ? 1 : 0;
        right += together && same ? 1 : 0;
        joined |= together;
        long[] counts = byKind.computeIfAbsent(a.kind(), kind -> new long[3]);
        counts[0] += together ? 1 : 0;
        counts[1] += same ? 1 : 0;
        counts[2] += together && same ? 1 : 0;
      }
      if (a.kind().equals("roundup")) {
        roundups[joined ? 1 : 0]++;
      }
    }
    double p = (double) right / found;
    double r = (double) right / wanted;
    System.out.printf(
        Locale.ROOT,
        "seed %d: P %.3f R %.3f F1 %.3f, round-ups joined %d of %d, %.0f documents/s%n",
        seed,
        p,
        r,
        2 * p * r / (p + r),
        roundups[1],
        roundups[0] + roundups[1],
        rows.size() / seconds);
    byKind.forEach((kind, c) ->
        System.out.printf(
            Locale.ROOT,
            "  %-9s P %.3f R %.3f F1 %.3f%n",
            kind,
            (double) c[2] / c[0],
            (double) c[2] / c[1],
            2.0 * c[2] / (c[0] + c[1])));
  }

  private static List<Row> read(Path file) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split("\t", 4)).map(DuplicatesMeasure::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Row row(String[] cells) {
    String text = cells[3].replace("\\\\", "\u0000").replace("\\n", "\n").replace("\u0000", "\\");
    return new Row(cells[0], cells[1], cells[2], text);
  }
}
