package org.parley.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.app.evaluate.Evaluation.Quality;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.ingest.text.TextCleaner;
import org.parley.processor.language.LanguageDetector;
import org.parley.processor.mention.MentionTagger;

/// Counts how well mentions are found in labelled texts, as the definition of a mention has it:
///
/// - a sentence listed in a document is found when a mention overlaps it, the whole document being
///   read; in a `complete` row a mention outside every listed sentence is wrong;
/// - a row that is a sentence, or a document, is found when it has any mention;
/// - the stage is that of the highest-scoring mention in a positive sentence that was found, the
///   first of equals;
/// - what readers disagree on (label `null`) is not counted.
///
/// Each text is cleaned and its language detected as on the way through the pipeline, with the
/// row's language as what the source states. Not thread-safe.
public final class MentionScore {
  private final RowReader reader;
  private final Map<Item.Unit, Tallies> tallies = new EnumMap<>(Item.Unit.class);
  private final Confusion stages = new Confusion();
  private final Confusion articleStages = new Confusion();
  private final Mistakes mistakes = new Mistakes();

  /// @param breadth whether mentions on the borderline count as found
  public MentionScore(
      MentionTagger tagger, LanguageDetector detector, TextCleaner cleaner, Watch.Breadth breadth) {
    reader = new RowReader(tagger, detector, cleaner, breadth);
  }

  /// Counts all rows of a file: one JSON object a line, gzip or not.
  ///
  /// @param withErrors whether the wrong answers are wanted too
  /// @throws IllegalArgumentException with file, line and reason when a row is broken
  /// @throws IOException when the file cannot be read
  public Evaluation count(Path file, boolean withErrors) throws IOException {
    Rows.read(file).forEach(this::count);
    return evaluation(withErrors);
  }

  private void count(Row row) {
    RowReading reading = reader.read(row);
    Item whole = Item.of(row, reading);
    judge(whole, reading.best());
    if (whole.unit() == Item.Unit.DOCUMENT) {
      countStage(articleStages, whole, reading.stage());
      row.sentences()
          .forEach(listed -> {
            Item item = Item.of(row, listed, reading);
            Mention best = reading.bestIn(listed.span());
            judge(item, best);
            judgeStage(item, best);
          });
      if (row.complete()) {
        reading.strays(row.sentences()).forEach(stray -> countStray(row, reading, stray));
      }
    }
  }

  private void judge(Item item, @Nullable Mention answer) {
    if (item.label() == null) {
      return;
    }
    tallies(item.unit()).count(item.row(), tally -> tally.count(item.isPositive(), answer != null));
    if (item.isPositive() && answer == null) {
      mistakes.missed(item);
    } else if (!item.isPositive() && answer != null) {
      mistakes.falseHit(item, answer);
    }
  }

  private void judgeStage(Item item, @Nullable Mention answer) {
    countStage(stages, item, answer == null ? null : answer.stage());
    boolean judged = item.isPositive() && item.stage() != null;
    if (answer != null && judged && answer.stage() != item.stage()) {
      mistakes.wrongStage(item, answer);
    }
  }

  private static void countStage(Confusion counts, Item item, @Nullable Stage found) {
    if (item.isPositive() && item.stage() != null) {
      counts.count(item.stage(), found);
    }
  }

  private void countStray(Row row, RowReading reading, Mention stray) {
    tallies(Item.Unit.SENTENCE).count(row, Tally::countStray);
    mistakes.falseHit(Item.stray(row, reading), stray);
  }

  private Tallies tallies(Item.Unit unit) {
    return tallies.computeIfAbsent(unit, _ -> new Tallies());
  }

  private Evaluation evaluation(boolean withErrors) {
    Map<String, Map<String, Quality>> sources = new TreeMap<>();
    tallies.forEach((unit, tally) -> tally.addSources(unit.label(), sources));
    return new Evaluation(
        tallies(Item.Unit.SENTENCE).qualities(),
        tallies(Item.Unit.ALONE).qualities(),
        tallies(Item.Unit.DOCUMENT).qualities(),
        stages.quality(articleStages),
        sources,
        withErrors ? mistakes.all() : null);
  }
}
