package org.parley.app.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Mention;
import org.parley.contract.Origin;
import org.parley.contract.TextMap;
import org.parley.contract.Watch;
import org.parley.processor.WatchTrial;
import org.parley.processor.WatchTrial.Answer;
import org.parley.processor.watch.Expectation;
import org.parley.processor.watch.WrittenWatch;

/// Runs the unit tests that stand in a watch's file: each text is an article of its own, read and
/// asked as step 1 of the processor does it. A text that names no language or source comes in the
/// watch's only language, where it has one, and from the first of its sources: what is tested is
/// the sentence.
public final class ExpectationTrial {
  private static final String ANYONE = "test";

  private final Watch watch;
  private final List<Relaxed> parts;

  private ExpectationTrial(Watch watch) {
    this.watch = watch;
    this.parts = Relaxed.of(watch);
  }

  /// Runs all tests, in their order.
  ///
  /// @throws IllegalArgumentException when the watch cannot be followed; the message says why
  public static List<Judgement> run(WrittenWatch written) {
    if (written.expectations().isEmpty()) {
      return List.of();
    }
    var trial = new ExpectationTrial(written.watch());
    try (var asked = WatchTrial.of(trial.parts.stream().map(Relaxed::watch).toList())) {
      return written.expectations().stream()
          .map(expectation -> trial.judge(expectation, asked))
          .toList();
    }
  }

  private Judgement judge(Expectation expectation, WatchTrial asked) {
    Answer answer = asked.ask(article(expectation));
    List<Mention> passing = answer.wanted().get(parts.getFirst().watch().watchId());
    String reason =
        passing == null
            ? held(answer)
            : passing.isEmpty() ? "its query matches" : said(passing, answer);
    return new Judgement(expectation, passing != null, reason);
  }

  private Article article(Expectation expectation) {
    String entry = "line " + expectation.line();
    return new Article(
        Ids.article("tests", entry),
        1,
        new Origin(Origin.Kind.CORPUS, "tests", entry, "0".repeat(64), "UTF-8"),
        source(expectation),
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        language(expectation),
        expectation.text(),
        0,
        false,
        TextMap.NONE);
  }

  private String source(Expectation expectation) {
    String given = expectation.source();
    if (given != null) {
      return given;
    }
    return watch.sources().isEmpty() ? ANYONE : watch.sources().getFirst();
  }

  private @Nullable String language(Expectation expectation) {
    String given = expectation.language();
    return given == null && watch.languages().size() == 1 ? watch.languages().getFirst() : given;
  }

  private String held(Answer answer) {
    List<String> holding = new ArrayList<>();
    for (Relaxed part : parts.subList(1, parts.size())) {
      if (answer.wanted().containsKey(part.watch().watchId())) {
        holding.add(part.part());
      }
    }
    if (watch.concept() == null) {
      return holding.isEmpty() ? "its query does not match" : heldBy(holding);
    }
    List<Mention> mentions =
        answer.mentions().stream().filter(m -> m.concept().equals(watch.concept())).toList();
    return mentions.isEmpty()
        ? "nothing in it speaks of " + watch.concept() + ", read as " + answer.language()
        : said(mentions, answer) + ", " + heldBy(holding);
  }

  private static String heldBy(List<String> parts) {
    return parts.isEmpty()
        ? "which several parts of its filter hold back"
        : "held back by " + String.join(", ", parts);
  }

  private static String said(List<Mention> mentions, Answer answer) {
    Mention first = mentions.getFirst();
    return String.format(
        Locale.ROOT,
        "'%s' speaks of %s, stage %s, score %d%s, read as %s",
        first.evidence().trigger(),
        first.concept(),
        first.stage().label(),
        first.score(),
        first.parties().isEmpty() ? "" : ", parties " + String.join(", ", first.parties()),
        answer.language());
  }
}
