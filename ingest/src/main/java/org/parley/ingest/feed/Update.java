package org.parley.ingest.feed;

import java.util.List;
import org.parley.contract.Article;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;

/// What a poll brings: written in one transaction, or not at all where it is not worth one.
///
/// @param feed how the feed fares now
/// @param articles new ones and revisions
/// @param entries whose state has changed
/// @param forgotten entries that the feed has not had for long
/// @param notices for the operator
/// @param isWorthWriting whether anything is lost when the process ends before it is written
record Update(
    SourceState feed,
    List<Article> articles,
    List<SourceState> entries,
    List<SourceState> forgotten,
    List<Notice> notices,
    boolean isWorthWriting) {
  Update {
    articles = List.copyOf(articles);
    entries = List.copyOf(entries);
    forgotten = List.copyOf(forgotten);
    notices = List.copyOf(notices);
  }
}
