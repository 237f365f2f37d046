package org.parley.app.evaluate.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.contract.ArticleRef;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Origin;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.language.LanguageDetector;
import org.parley.processor.story.Placement;
import org.parley.processor.story.StoryLane;

/// Places texts one after another as the processor does: fingerprinted as they are, each in the
/// lane of its language. Not thread-safe.
final class CopyTrial {
  /// When texts come that have no time: all at once.
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, Read> read = new HashMap<>();

  /// What does not depend on the order.
  private record Read(String language, Fingerprint fingerprint) {}

  /// @throws IllegalArgumentException naming an id that two rows have
  CopyTrial(List<CopyRow> rows) {
    LanguageDetector detector = LanguageDetector.load();
    Fingerprinter fingerprinter = new Fingerprinter();
    Set<String> ids = new HashSet<>();
    for (CopyRow row : rows) {
      if (!ids.add(row.id())) {
        throw new IllegalArgumentException("two rows have the id '" + row.id() + "'");
      }
      String language = detector.detect(row.text(), null);
      read.put(
          row.id(), new Read(language, fingerprinter.of(row.text(), 0, language).fingerprint()));
    }
  }

  /// Places the rows in this order; those that have a time, in the order of their times.
  List<Placed> place(List<CopyRow> rows) {
    Map<String, StoryLane> lanes = new HashMap<>();
    List<CopyRow> ordered = new ArrayList<>(rows);
    ordered.sort(Comparator.comparing(CopyTrial::at));
    List<Placed> placed = new ArrayList<>();
    for (CopyRow row : ordered) {
      Read known = read.get(row.id());
      if (known == null) {
        throw new IllegalArgumentException("row '" + row.id() + "' was not read");
      }
      StoryLane lane =
          lanes.computeIfAbsent(
              known.language,
              _ -> new StoryLane(new HeapLaneStore(), StoryLane.Retention.STANDARD));
      Placement placement = lane.place(match(row, known), at(row));
      placed.add(
          new Placed(
              row,
              placement.story().storyId(),
              placement.story().eventId(),
              placement.relation(),
              placement.matchedId(),
              placement.measure()));
    }
    return placed;
  }

  private static Instant at(CopyRow row) {
    return row.at() == null ? START : row.at();
  }

  private static Match match(CopyRow row, Read known) {
    Origin origin = new Origin(Origin.Kind.CORPUS, "evaluate", row.id(), "00", "UTF-8");
    ArticleRef article =
        new ArticleRef(row.id(), 1, origin, row.id(), null, null, null, null, at(row));
    return new Match(
        article, known.language, Map.of(), List.of(), 0, List.of(), known.fingerprint, List.of());
  }
}
