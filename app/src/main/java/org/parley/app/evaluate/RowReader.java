package org.parley.app.evaluate;

import java.util.List;
import org.parley.contract.Mention;
import org.parley.contract.Watch.Breadth;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.Stated;
import org.parley.ingest.text.TextCleaner;
import org.parley.processor.language.LanguageDetector;
import org.parley.processor.mention.MentionTagger;
import org.parley.processor.mention.Tagging;

/// Reads a row's text as the pipeline would: cleaned, its language detected with the row's as what
/// the source states, and tagged.
///
/// @param breadth whether mentions on the borderline count as found
record RowReader(
    MentionTagger tagger, LanguageDetector detector, TextCleaner cleaner, Breadth breadth) {
  RowReading read(Row row) {
    CleanText cleaned = cleaner.clean(row.text(), Stated.title(row.title()));
    String language = detector.detect(cleaned.text(), row.lang());
    Tagging tagging = tagger.tag(cleaned.text(), cleaned.bodyStart(), language, cleaned.map());
    List<Mention> mentions =
        tagging.mentions().stream()
            .filter(mention -> mention.concept().equals(Mention.PEACE_TALKS))
            .filter(mention -> breadth == Breadth.BROAD || !mention.borderline())
            .toList();
    return new RowReading(language, mentions, tagging.stages().get(Mention.PEACE_TALKS));
  }
}
