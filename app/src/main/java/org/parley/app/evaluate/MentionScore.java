package org.parley.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
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
  /// The keys of every map of an [Evaluation].
  static final List<String> LANGUAGES = List.of("all", "en", "other");

  private final MentionTagger tagger;
  private final LanguageDetector detector;
  private final Cleaner cleaner;
  private final Watch.Breadth breadth;

  private final Map<String, Tally> sentence = tallies();
  private final Map<String, Tally> alone = tallies();
  private final Map<String, Tally> document = tallies();
  private int stages;
  private int stagesRight;
  private int groupsRight;

  /// @param breadth whether mentions on the borderline count as found
  public MentionScore(
      MentionTagger tagger, LanguageDetector detector, Cleaner cleaner, Watch.Breadth breadth) {
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
        qualities(sentence),
        qualities(alone),
        qualities(document),
        new Evaluation.StageQuality(
            Tally.ratio(stagesRight, stages), Tally.ratio(groupsRight, stages), stages));
  }

  private List<Mention> mentions(Row row) {
    Cleaned cleaned = cleaner.clean(row.title(), row.text());
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
        tallies(sentence, row).forEach(Tally::countStray);
      }
    }
  }

  private static boolean overlaps(Mention mention, Span listed) {
    return mention.inSource() != null && mention.inSource().overlaps(listed);
  }

  private static void judge(
      Map<String, Tally> unit, Row row, @Nullable Integer label, boolean answer) {
    if (label != null) {
      tallies(unit, row).forEach(tally -> tally.count(label == 1, answer));
    }
  }

  private static List<Tally> tallies(Map<String, Tally> unit, Row row) {
    return List.of(tally(unit, "all"), tally(unit, row.isEnglish() ? "en" : "other"));
  }

  private static Tally tally(Map<String, Tally> unit, String language) {
    return unit.computeIfAbsent(language, _ -> new Tally());
  }

  private static Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> tallies.put(language, new Tally()));
    return tallies;
  }

  private static Map<String, Evaluation.Quality> qualities(Map<String, Tally> unit) {
    Map<String, Evaluation.Quality> qualities = new LinkedHashMap<>();
    unit.forEach((language, tally) -> qualities.put(language, tally.quality()));
    return qualities;
  }
}
