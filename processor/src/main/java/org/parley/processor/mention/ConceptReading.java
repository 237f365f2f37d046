package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.processor.mention.Refusal.Reason;
import org.parley.processor.mention.Rule.Kind;

/// A text read for one concept: what fires, and what does not and why.
///
/// @param passages the text's sentences
/// @param opener the first sentence that opens the document's gate, or none
record ConceptReading(
    TextReading text,
    Language language,
    Lexicon lexicon,
    List<Passage> passages,
    @Nullable Passage opener) {
  /// How many of the body's first sentences are its lead.
  private static final int LEAD = 2;

  static ConceptReading of(
      TextReading text, Language language, Lexicon lexicon, List<Words> sentences) {
    List<Passage> passages = sentences.stream().map(words -> Passage.read(words, lexicon)).toList();
    Passage opener = passages.stream().filter(Firing::opensGate).findFirst().orElse(null);
    return new ConceptReading(text, language, lexicon, passages, opener);
  }

  /// In the order of the text; where the gate is open at least the one that opened it.
  List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    if (opener == null) {
      return mentions;
    }
    MentionWriter writer = new MentionWriter(this, Sides.of(passages, lexicon));
    int lead = 0;
    for (Passage passage : passages) {
      boolean inBody = passage.words().sentence().start() >= text.bodyStart();
      boolean prominent = !inBody || lead++ < LEAD;
      Firing firing = Firing.in(passage);
      if (firing != null) {
        mentions.add(writer.mention(passage, firing, prominent));
      }
    }
    return mentions;
  }

  /// The triggers that did not fire, in the order of the text.
  List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    for (Passage passage : passages) {
      for (Barred barred : passage.barred()) {
        Reason reason = barred.by().is(Kind.EXCLUDED) ? Reason.EXCLUDED : Reason.FOREIGN;
        refusals.add(refusal(passage, barred.trigger(), reason, barred.by()));
      }
      for (RuleHit trigger : passage.triggers()) {
        if (opener == null) {
          refusals.add(refusal(passage, trigger, Reason.GATE_CLOSED, null));
        } else if (Firing.of(passage, trigger) == null) {
          refusals.add(refusal(passage, trigger, Reason.NO_CONFLICT, null));
        }
      }
    }
    return refusals;
  }

  private Refusal refusal(Passage passage, RuleHit trigger, Reason reason, @Nullable RuleHit by) {
    Span at = text.span(passage.words(), Place.of(trigger));
    return new Refusal(
        lexicon.concept(),
        at,
        text.map().toSource(at),
        passage.words().sentence(),
        at.of(text.text()),
        trigger.rule().source(),
        trigger.rule().kind().name().toLowerCase(Locale.ROOT),
        reason,
        by == null ? null : text.quote(passage.words(), Place.of(by)),
        by == null ? null : by.rule().source());
  }
}
