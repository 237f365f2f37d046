package org.parley.processor.watch;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Stage;
import org.parley.contract.Watch;

/// What a watch asks of an article's tags. Watches that ask the same have equal filters, which are
/// tried once. An empty set allows everything.
record Filter(
    @Nullable String concept,
    Set<Stage> stages,
    Set<String> parties,
    Set<String> languages,
    Set<String> sources,
    int leastScore,
    boolean strict) {
  static Filter of(Watch watch) {
    return new Filter(
        watch.concept(),
        watch.stages().isEmpty() ? Set.of() : EnumSet.copyOf(watch.stages()),
        TaggedArticle.lowerCase(watch.parties()),
        Set.copyOf(watch.languages()),
        Set.copyOf(watch.sources()),
        watch.leastScore(),
        watch.breadth() == Watch.Breadth.STRICT);
  }

  /// The indexes of the mentions that pass, or `null` when the article does not.
  @Nullable List<Integer> passing(TaggedArticle article) {
    if (!languages.isEmpty() && Collections.disjoint(languages, article.languages())
        || !sources.isEmpty() && !sources.contains(article.source())) {
      return null;
    }
    if (concept == null) {
      return List.of();
    }
    TaggedMentions mentions = article.mentions().get(concept);
    return mentions == null ? null : mentions.indexes(passing(mentions));
  }

  private BitSet passing(TaggedMentions mentions) {
    BitSet passing = mentions.scoring(leastScore);
    if (strict) {
      passing.andNot(mentions.borderline());
    }
    if (!stages.isEmpty()) {
      passing.and(mentions.anyStage(stages));
    }
    if (!parties.isEmpty()) {
      passing.and(mentions.anyParty(parties));
    }
    return passing;
  }
}
