package org.parley.processor.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.contract.Mention;

/// An article's tags in the form in which filters compare them.
///
/// @param languages the detected tag and its primary language: `pt-br` and `pt`
/// @param source the publisher, in lower case
/// @param mentions by concept
record TaggedArticle(Set<String> languages, String source, Map<String, TaggedMentions> mentions) {
  static TaggedArticle of(WatchSet.Candidate candidate) {
    var mentions = new HashMap<String, TaggedMentions>();
    for (int i = 0; i < candidate.mentions().size(); i++) {
      Mention mention = candidate.mentions().get(i);
      mentions.computeIfAbsent(mention.concept(), _ -> new TaggedMentions()).add(mention, i);
    }
    String language = candidate.language().toLowerCase(Locale.ROOT);
    return new TaggedArticle(
        Set.copyOf(List.of(language, language.split("-", 2)[0])),
        candidate.article().source().toLowerCase(Locale.ROOT),
        mentions);
  }

  static Set<String> lowerCase(List<String> words) {
    return words.stream().map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
