package org.parley.ingest.feed.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as a list names it.
///
/// @param url in the form that [org.parley.contract.Feed#normal(String)] gives
/// @param title as the list calls it
/// @param groups the headings it stands under, outermost first
/// @param line of the file, from 1
public record ListedFeed(String url, @Nullable String title, List<String> groups, int line) {
  public ListedFeed {
    groups = List.copyOf(groups);
  }
}
