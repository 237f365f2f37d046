package org.parley.processor.watch;

import org.parley.contract.ArticleRef;

/// A text query that could not be answered of an article, so that its watch did not get it.
///
/// @param watchId whose
/// @param version of the watch
/// @param article which
/// @param problem why: it took more steps than it may, or Lucene refused
/// @param first whether that version of the watch was always answered before
public record GivenUp(
    String watchId, String version, ArticleRef article, String problem, boolean first) {}
