package org.parley.processor;

import java.time.Instant;
import java.util.function.Consumer;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.processor.watch.GivenUp;

/// Counts how often a text query is too much for an article, and tells an operator of the watch:
/// once for each of its versions; after a restart the same notice may be written again, under the
/// same id.
///
/// @param notices where to
record CostlyWatches(Consumer<Notice> notices, Tally tally) implements Consumer<GivenUp> {
  @Override
  public void accept(GivenUp given) {
    tally.queriesGivenUp.increment();
    if (!given.first()) {
      return;
    }
    Instant at = given.article().fetchedAt();
    notices.accept(
        new Notice(
            Ids.notice("watch-too-costly", given.watchId(), given.version()),
            Notice.Kind.WATCH_TOO_COSTLY,
            given.watchId(),
            "watch '"
                + given.watchId()
                + "' did not get article "
                + given.article().articleId()
                + ", and will not get others like it, since its query is too much for the text: "
                + given.problem()
                + "; simplify it, or split it into several watches",
            at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at));
  }
}
