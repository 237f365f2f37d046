package org.parley.ingest.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.EntryState;
import org.parley.contract.SourceState;
import org.parley.ingest.feed.entry.EntryIdentity;
import org.parley.ingest.feed.read.FeedEntry;

/// Which entries of a document are known, and as what. An entry is known by its key; an entry with
/// an unknown key by its link; and when no key of the document is known, for then the feed has
/// migrated, by title and date. Never by where it stands or by its date alone.
///
/// A link that several entries of the document share tells nothing.
final class EntryMatching {
  private final Map<String, List<SourceState>> byLink = new HashMap<>();
  private final Map<String, List<SourceState>> byTitle = new HashMap<>();
  private final Map<String, SourceState> byKey = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private EntryMatching(Collection<SourceState> known) {
    for (SourceState state : known) {
      EntryState seen = state.seen();
      if (seen != null) {
        byKey.merge(seen.key(), state, EntryMatching::later);
        index(byLink, seen.link(), state);
        index(byTitle, seen.titleDate(), state);
      }
    }
  }

  /// An entry of the document, once however often it stands there.
  ///
  /// @param known what it is, where it is known
  /// @param sharesLink whether its link is other entries' as well
  record Found(
      FeedEntry entry, EntryIdentity identity, @Nullable SourceState known, boolean sharesLink) {}

  static List<Found> of(Collection<SourceState> known, List<FeedEntry> entries) {
    return new EntryMatching(known).match(entries);
  }

  private List<Found> match(List<FeedEntry> entries) {
    List<EntryIdentity> identities = EntryIdentity.of(entries);
    Set<String> shared = shared(identities);
    Map<Integer, SourceState> matched = new HashMap<>();
    List<Integer> once = once(identities);
    for (int i : once) {
      take(matched, i, byKey.get(identities.get(i).key()));
    }
    boolean migrated = matched.isEmpty();
    for (int i : once) {
      String link = identities.get(i).link();
      if (!matched.containsKey(i) && link != null && !shared.contains(link)) {
        take(matched, i, free(byLink.get(link)));
      }
    }
    for (int i : migrated ? once : List.<Integer>of()) {
      String title = identities.get(i).titleAndDate();
      if (!matched.containsKey(i) && title != null) {
        take(matched, i, free(byTitle.get(title)));
      }
    }
    return once.stream()
        .map(i ->
            new Found(
                entries.get(i),
                identities.get(i),
                matched.get(i),
                shared.contains(String.valueOf(identities.get(i).link()))))
        .toList();
  }

  private void take(Map<Integer, SourceState> matched, int i, @Nullable SourceState state) {
    if (state != null && taken.add(String.valueOf(state.entry()))) {
      matched.put(i, state);
    }
  }

  private @Nullable SourceState free(@Nullable List<SourceState> states) {
    return states == null
        ? null
        : states.stream()
            .filter(state -> !taken.contains(String.valueOf(state.entry())))
            .findFirst()
            .orElse(null);
  }

  /// The first place of each key.
  private static List<Integer> once(List<EntryIdentity> identities) {
    Set<String> keys = new HashSet<>();
    List<Integer> once = new ArrayList<>();
    for (int i = 0; i < identities.size(); i++) {
      if (keys.add(identities.get(i).key())) {
        once.add(i);
      }
    }
    return once;
  }

  private static Set<String> shared(List<EntryIdentity> identities) {
    Map<String, Set<String>> keys = new HashMap<>();
    for (EntryIdentity identity : identities) {
      if (identity.link() != null) {
        keys.computeIfAbsent(identity.link(), _ -> new HashSet<>()).add(identity.key());
      }
    }
    keys.values().removeIf(of -> of.size() == 1);
    return keys.keySet();
  }

  private static void index(
      Map<String, List<SourceState>> index, @Nullable String value, SourceState state) {
    if (value != null) {
      index.computeIfAbsent(value, _ -> new ArrayList<>()).add(state);
    }
  }

  private static SourceState later(SourceState one, SourceState other) {
    return one.at().isBefore(other.at()) ? other : one;
  }
}
