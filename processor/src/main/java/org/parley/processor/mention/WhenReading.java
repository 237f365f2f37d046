package org.parley.processor.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention.When;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.processor.date.DateFinder;
import org.parley.processor.date.FoundDate;
import org.parley.processor.mention.Rule.Kind;

/// When the talks are or were, according to one sentence: the date nearest to the trigger, days of
/// the calendar before weekdays. A weekday next to a word of speaking is the day of speaking.
///
/// @param hits of the language's phrases of manner in the sentence
record WhenReading(TextReading text, DateFinder dates, List<RuleHit> hits) {
  /// A date further from the trigger, in UTF-16 code units, is one of something else.
  private static final int NEAR = 100;

  /// No date has more code units.
  private static final int LONGEST = 50;

  /// How near a weekday stands to the word of speaking that it belongs to, in the same unit.
  private static final int SAID = 6;

  /// @param at the trigger's words
  @Nullable When of(Passage passage, Span at, Stage stage) {
    FoundDate best = null;
    for (FoundDate date : dates.find(text.text(), around(at, passage.words().sentence()))) {
      boolean counts = apart(date.at(), at) <= NEAR && !isOfSpeech(passage.words(), date);
      if (counts && (best == null || isBetter(date, best, at))) {
        best = date;
      }
    }
    return best == null
        ? null
        : new When(best.at().of(text.text()), best.resolve(text.published(), isAhead(stage)));
  }

  /// The part of the sentence in which a date can count, and room for its first and last words.
  private static Span around(Span at, Span sentence) {
    int start = Math.max(sentence.start(), at.start() - NEAR - LONGEST);
    int end = Math.min(sentence.end(), at.end() + NEAR + LONGEST);
    return new Span(start, end);
  }

  /// Whether talks of a stage are still to come.
  private static boolean isAhead(Stage stage) {
    return stage == Stage.SCHEDULED || stage == Stage.PROPOSED;
  }

  private static boolean isBetter(FoundDate date, FoundDate best, Span at) {
    return date.isOfCalendar() == best.isOfCalendar()
        ? apart(date.at(), at) < apart(best.at(), at)
        : date.isOfCalendar();
  }

  private boolean isOfSpeech(Words words, FoundDate date) {
    return !date.isOfCalendar()
        && hits.stream()
            .filter(hit -> hit.is(Kind.REPORTING))
            .anyMatch(hit -> apart(text.span(words, Place.of(hit)), date.at()) <= SAID);
  }

  private static int apart(Span one, Span other) {
    return Math.max(0, Math.max(one.start() - other.end(), other.start() - one.end()));
  }
}
