package org.parley.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.Stated;
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
  private final MentionTagger tagger;
  private final LanguageDetector detector;
  private final TextCleaner cleaner;
  private final Watch.Breadth breadth;

  private final Tallies sentence = new Tallies();
  private final Tallies alone = new Tallies();
  private final Tallies document = new Tallies();
  private int stages;
  private int stagesRight;
  private int groupsRight;

  /// @param breadth whether mentions on the borderline count as found
  public MentionScore(
      MentionTagger tagger, LanguageDetector detector, TextCleaner cleaner, Watch.Breadth breadth) {
    this.tagger = tagger;
    this.detector = detector;
    this.cleaner = cleaner;
    this.breadth = breadth;
  }

  /// Counts all rows of a file: one JSON object a line, gzip or not.
  ///
  /// @throws IllegalArgumentException with file, line and reason when a row is broken
  /// @throws IOException when the file cannot be read
  public Evaluation count(Path file) throws IOException {
    Rows.read(file).forEach(this::count);
    return evaluation();
  }

  void count(Row row) {
    List<Mention> mentions = mentions(row);
    switch (row.unit()) {
      case SENTENCE -> judge(alone, row, row.label(), !mentions.isEmpty());
      case DOCUMENT -> {
        judge(document, row, row.label(), !mentions.isEmpty());
        row.sentences().forEach(listed -> countListed(row, listed, mentions));
        if (row.complete()) {
          countStrays(row, mentions);
        }
      }
    }
  }

  Evaluation evaluation() {
    return new Evaluation(
        sentence.qualities(),
        alone.qualities(),
        document.qualities(),
        new Evaluation.StageQuality(
            Tally.ratio(stagesRight, stages), Tally.ratio(groupsRight, stages), stages));
  }

  private List<Mention> mentions(Row row) {
    CleanText cleaned = cleaner.clean(row.text(), Stated.title(row.title()));
    String language = detector.detect(cleaned.text(), row.lang());
    return tagger
        .tag(cleaned.text(), cleaned.bodyStart(), language, cleaned.map())
        .mentions()
        .stream()
        .filter(mention -> breadth == Watch.Breadth.BROAD || !mention.borderline())
        .toList();
  }

  private void countListed(Row row, Row.Listed listed, List<Mention> mentions) {
    Mention best = null;
    for (Mention mention : mentions) {
      boolean higher = best == null || mention.score() > best.score();
      if (overlaps(mention, listed.span()) && higher) {
        best = mention;
      }
    }
    judge(sentence, row, listed.label(), best != null);
    boolean positive = listed.label() != null && listed.label() == 1;
    if (best != null && positive && listed.stage() != null) {
      countStage(listed.stage(), best.stage());
    }
  }

  private void countStage(Stage expected, Stage actual) {
    stages++;
    stagesRight += actual == expected ? 1 : 0;
    groupsRight += actual.group() == expected.group() ? 1 : 0;
  }

  /// A mention in a title that stands beside the text is outside the text, and not judged.
  private void countStrays(Row row, List<Mention> mentions) {
    for (Mention mention : mentions) {
      boolean inText = mention.inSource() != null;
      if (inText && row.sentences().stream().noneMatch(s -> overlaps(mention, s.span()))) {
        sentence.of(row).forEach(Tally::countStray);
      }
    }
  }

  private static boolean overlaps(Mention mention, Span listed) {
    return mention.inSource() != null && mention.inSource().overlaps(listed);
  }

  private static void judge(Tallies unit, Row row, @Nullable Integer label, boolean answer) {
    if (label != null) {
      unit.of(row).forEach(tally -> tally.count(label == 1, answer));
    }
  }

  /// The counts of one unit.
  private record Tallies(Tally all, Tally en, Tally other) {
    Tallies() {
      this(new Tally(), new Tally(), new Tally());
    }

    /// Those in which a row counts.
    List<Tally> of(Row row) {
      return List.of(all, row.isEnglish() ? en : other);
    }

    Evaluation.ByLanguage qualities() {
      return new Evaluation.ByLanguage(all.quality(), en.quality(), other.quality());
    }
  }
}
