package org.parley.app.console;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.parley.processor.NewsProcessor;
import org.parley.processor.ProcessorCounts;

/// What the processor counts.
final class ProcessorFigures {
  private final NewsProcessor processor;
  private final MeterRegistry registry;

  ProcessorFigures(NewsProcessor processor, MeterRegistry registry) {
    this.processor = processor;
    this.registry = registry;
    count("articles", ProcessorCounts::articles, "Articles read");
    count(
        "redeliveries",
        ProcessorCounts::redeliveries,
        "Articles dropped: seen before with the same text");
    count("unwanted", ProcessorCounts::unwanted, "Articles that speak of nothing anyone wants");
    count("matches", ProcessorCounts::matches, "Matches written to the lanes");
    count("stories", ProcessorCounts::stories, "Stories opened");
    count("copies", ProcessorCounts::copies, "Copies that joined a story");
    count("revisions", ProcessorCounts::revisions, "Revisions that stayed in their story");
    count(
        "held.back",
        ProcessorCounts::heldBack,
        "Copies that a watch wanted and that set off no alert");
    count("alerts", ProcessorCounts::alerts, "Alerts written, updates included");
    count(
        "updates", ProcessorCounts::updates, "Alerts that tell of something new in a known story");
    count(
        "watches.refused",
        ProcessorCounts::watchesRefused,
        "Versions of watches that could not be read or followed");
    count(
        "queries.given.up",
        ProcessorCounts::queriesGivenUp,
        "Articles that a watch did not get because its text query was too much for them");
    Gauge.builder("parley.watches", processor, NewsProcessor::watchCount)
        .description("Watches in force")
        .register(registry);
    deadLetters("analyse", processor);
    deadLetters("lane", processor);
    deadLetters("alert", processor);
  }

  private void count(String name, ToLongFunction<ProcessorCounts> figure, String description) {
    FunctionCounter.builder("parley." + name, processor, from -> figure.applyAsLong(from.counts()))
        .description(description)
        .register(registry);
  }

  /// Steps that give a record up for the first time have no meter yet.
  void refresh() {
    processor.counts().deadLettersByStep().keySet().forEach(step -> deadLetters(step, processor));
  }

  private void deadLetters(String step, NewsProcessor from) {
    FunctionCounter.builder(
            "parley.dead.letters",
            from,
            asked -> asked.counts().deadLettersByStep().getOrDefault(step, 0L))
        .description("Records that a step of the processor gave up")
        .tag("step", step)
        .register(registry);
  }
}
