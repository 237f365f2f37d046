package org.parley.ingest.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.SourceState;
import org.parley.ingest.corpus.Draft;

/// What was published of one owner's sources, as `parley.sources` has it at the start of a run and
/// as the run adds to it.
///
/// A draft's revision follows from it: none when some entry last gave, or gives in this run, the
/// same text of the same article (a row that moved, an article in two files); else one more than
/// the greatest revision of that article. A text that an article had once and has again is a new
/// revision.
public final class Known {
  private final Map<String, SourceState> byKey = new HashMap<>();
  private final Map<String, Set<String>> textHashes = new HashMap<>();
  private final Map<String, Integer> revisions = new HashMap<>();

  /// @param states the last one of each entry
  public Known(Collection<SourceState> states) {
    states.forEach(this::put);
  }

  /// The state last written for an entry.
  @Nullable SourceState of(String name, String entry) {
    return byKey.get(SourceState.key(name, entry));
  }

  /// Adds what the run gives.
  public void put(SourceState state) {
    byKey.put(state.key(), state);
    if (state.articleId() != null && state.textHash() != null) {
      textHashes.computeIfAbsent(state.articleId(), _ -> new HashSet<>()).add(state.textHash());
      revisions.merge(state.articleId(), state.revision(), Math::max);
    }
  }

  /// Whether the article has, or had in this run, that text.
  public boolean has(Draft draft, String textHash) {
    return textHashes.getOrDefault(draft.articleId(), Set.of()).contains(textHash);
  }

  /// The latest revision of an article; 0 when there is none.
  public int revision(String articleId) {
    return revisions.getOrDefault(articleId, 0);
  }
}
