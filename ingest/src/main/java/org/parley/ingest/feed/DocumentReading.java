package org.parley.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.EntryState;
import org.parley.contract.Ids;
import org.parley.contract.SourceState;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.feed.EntryMatching.Found;
import org.parley.ingest.feed.entry.EntryIdentity;
import org.parley.ingest.feed.entry.EntryReader;
import org.parley.ingest.feed.entry.EntryReading;
import org.parley.ingest.feed.read.FeedEntry;
import org.parley.ingest.publish.Known;

/// What a document says that its feed had not said before: a new entry is an article, an edited one
/// a revision of its article. For one document and one thread; changes nothing.
final class DocumentReading {
  /// How long an entry is remembered that the feed has no more.
  static final Duration REMEMBERED = Duration.ofDays(30);

  /// How many of those are remembered.
  static final int MOST_REMEMBERED = 2000;

  private static final EntryReader READER = new EntryReader();

  private final FeedMemory memory;
  private final Known published;
  private final Instant now;
  private final List<Article> articles = new ArrayList<>();
  private final List<SourceState> changed = new ArrayList<>();
  private final Set<String> there = new HashSet<>();
  private final Set<String> given = new HashSet<>();
  private boolean worthWriting;

  private DocumentReading(FeedMemory memory, Instant now) {
    this.memory = memory;
    this.now = now;
    published = new Known(memory.entries());
  }

  /// @param articles in the document's order
  /// @param changed entries to be remembered otherwise than before
  /// @param forgotten entries not to be remembered any longer
  /// @param missed whether all entries were new though the feed had been read before
  /// @param isWorthWriting whether to remember it matters
  record Result(
      List<Article> articles,
      List<SourceState> changed,
      List<SourceState> forgotten,
      boolean missed,
      boolean isWorthWriting) {}

  static Result of(FeedMemory memory, List<FeedEntry> entries, Instant now) {
    return new DocumentReading(memory, now).read(entries);
  }

  private Result read(List<FeedEntry> entries) {
    List<Found> found = EntryMatching.of(memory.entries(), entries);
    found.forEach(this::take);
    List<SourceState> forgotten = leave();
    boolean missed =
        !found.isEmpty()
            && memory.entries().stream().anyMatch(DocumentReading::wasThere)
            && found.stream().allMatch(entry -> entry.known() == null);
    return new Result(articles, changed, forgotten, missed, worthWriting || !forgotten.isEmpty());
  }

  private void take(Found found) {
    SourceState known = found.known();
    if (known != null) {
      there.add(String.valueOf(known.entry()));
      if (known.sha256().equals(found.entry().sha256())) {
        remember(known, seen(found.identity()));
        return;
      }
    }
    switch (READER.read(found.entry(), found.identity(), URI.create(memory.url()))) {
      // An entry that says nothing yet may say something at the next poll.
      case EntryReading.Refused _ -> {}
      case EntryReading.Read(Draft draft) -> take(found, identified(found, draft));
    }
  }

  /// The id that the article has had from the start; not the link's when others have that link too.
  private Draft identified(Found found, Draft draft) {
    SourceState known = found.known();
    if (known != null && known.articleId() != null) {
      return draft.withArticleId(known.articleId());
    }
    return found.sharesLink()
        ? draft.withArticleId(Ids.article(memory.url(), found.identity().key()))
        : draft;
  }

  private void take(Found found, Draft draft) {
    String textHash = draft.textHash();
    boolean isNew = !published.has(draft, textHash);
    int revision = published.revision(draft.articleId()) + (isNew ? 1 : 0);
    SourceState known = found.known();
    var state =
        new SourceState(
            memory.owner(),
            memory.url(),
            known == null ? unusedName(found.identity().key()) : known.entry(),
            found.entry().sha256(),
            draft.articleId(),
            revision,
            textHash,
            now,
            null,
            seen(found.identity()));
    published.put(state);
    changed.add(state);
    if (isNew) {
      articles.add(draft.article(revision, now));
    }
    worthWriting |= isNew || known == null || !seen(found.identity()).equals(known.seen());
  }

  private void remember(SourceState known, EntryState seen) {
    if (!seen.equals(known.seen())) {
      changed.add(with(known, seen));
      worthWriting = true;
    }
  }

  /// The key, unless an entry that has another key by now began with it.
  private String unusedName(String key) {
    String name = key;
    while (memory.hasEntry(name) || !given.add(name)) {
      name = "hash:" + Ids.text(name);
    }
    return name;
  }

  /// Notes which entries the document has no more, and which of those have been gone for long.
  private List<SourceState> leave() {
    List<SourceState> gone = new ArrayList<>();
    for (SourceState state : memory.entries()) {
      if (there.contains(String.valueOf(state.entry()))) {
        continue;
      }
      EntryState seen = state.seen();
      if (seen != null && seen.goneAt() == null) {
        changed.add(with(state, new EntryState(seen.key(), seen.link(), seen.titleDate(), now)));
        worthWriting = true;
      } else {
        gone.add(state);
      }
    }
    return tooMany(gone);
  }

  private List<SourceState> tooMany(List<SourceState> gone) {
    gone.sort(Comparator.comparing(DocumentReading::goneAt).reversed());
    List<SourceState> forgotten = new ArrayList<>();
    for (int i = 0; i < gone.size(); i++) {
      if (i >= MOST_REMEMBERED || goneAt(gone.get(i)).plus(REMEMBERED).isBefore(now)) {
        forgotten.add(gone.get(i));
      }
    }
    return forgotten;
  }

  private static boolean wasThere(SourceState state) {
    return state.seen() != null && state.seen().goneAt() == null;
  }

  private static Instant goneAt(SourceState state) {
    EntryState seen = state.seen();
    @Nullable Instant at = seen == null ? null : seen.goneAt();
    return at == null ? Instant.EPOCH : at;
  }

  private static EntryState seen(EntryIdentity identity) {
    return new EntryState(identity.key(), identity.link(), identity.titleAndDate(), null);
  }

  private static SourceState with(SourceState state, EntryState seen) {
    return new SourceState(
        state.owner(),
        state.name(),
        state.entry(),
        state.sha256(),
        state.articleId(),
        state.revision(),
        state.textHash(),
        state.at(),
        null,
        seen);
  }
}
