package org.parley.app.trial;

import java.util.List;
import org.parley.contract.ArticleRef;
import org.parley.contract.Mention;

/// An article that a watch wants.
///
/// @param article which
/// @param language detected, BCP 47
/// @param mentions that passed the watch's filter, in the order of the text; none for a watch of
///   text alone
public record Finding(ArticleRef article, String language, List<Mention> mentions) {
  public Finding {
    mentions = List.copyOf(mentions);
  }
}
