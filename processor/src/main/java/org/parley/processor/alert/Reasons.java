package org.parley.processor.alert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.processor.story.Placement;

/// What a reader learns from an article of a story that he was told of, in words for a person:
///
/// - a stage that none of the story's mentions had, or, for a watch that hears of events, none that
///   he was told of;
/// - a denial, by whom he was not told of any;
/// - a mention in what an update, or a later text of an article, added, when he was not told of the
///   same sentence;
/// - that the story has its 3rd, 10th or 30th source.
///
/// Only the watch's own mentions count. Of a copy those count that stand in sentences which the
/// story did not have, for stages and denials alone; of a cut none do. Another story of an event
/// brings stages and denials: it says all the rest in words of its own.
final class Reasons {
  private static final int[] MILESTONES = {30, 10, 3};

  /// How many new mentions are named.
  private static final int NAMED = 3;

  private Reasons() {}

  /// @param mentions that passed the watch's filter
  /// @return none when he learns nothing
  static List<String> of(Placement placed, Watch.Once once, List<Mention> mentions, Told told) {
    List<Mention> added = News.of(placed).of(mentions);
    Set<Stage> gained = once == Watch.Once.EVENT ? told.gains(mentions) : placed.gained();
    List<String> reasons = new ArrayList<>();
    switch (placed.relation()) {
      case COPY -> learned(gained, added, told, reasons);
      case PART -> {}
      case OPENER, QUOTES -> learned(gained, mentions, told, reasons);
      case UPDATE, REVISION -> {
        learned(gained, mentions, told, reasons);
        named(added.stream().filter(told::isNews).toList(), reasons);
      }
    }
    int sources = placed.story().sourceCount();
    if (milestone(sources) > told.sources()) {
      reasons.add(sources + " sources");
    }
    return reasons;
  }

  /// The greatest milestone that `sources` have passed, 0 for none.
  static int milestone(int sources) {
    for (int milestone : MILESTONES) {
      if (sources >= milestone) {
        return milestone;
      }
    }
    return 0;
  }

  private static void learned(
      Set<Stage> gained, List<Mention> mentions, Told told, List<String> reasons) {
    Set<Stage> stages = new TreeSet<>();
    Set<String> denials = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      if (gained.contains(mention.stage())) {
        stages.add(mention.stage());
      }
      String denial = Denial.of(mention);
      if (denial != null && told.isNews(denial)) {
        denials.add(denial);
      }
    }
    stages.forEach(stage -> reasons.add("new stage: " + stage.label()));
    reasons.addAll(denials);
  }

  private static void named(List<Mention> added, List<String> reasons) {
    Set<String> quotes = new LinkedHashSet<>();
    added.forEach(mention -> quotes.add(Excerpt.of(mention)));
    quotes.stream().limit(NAMED).forEach(quote -> reasons.add("new mention: " + quote));
    if (quotes.size() > NAMED) {
      reasons.add(quotes.size() - NAMED + " more new mentions");
    }
  }
}
