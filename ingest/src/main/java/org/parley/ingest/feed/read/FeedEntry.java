package org.parley.ingest.feed.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a feed. What the feed does not state is `null`, never a guess.
///
/// @param guid RSS's `guid`, Atom's `id`: as written, without white space around it
/// @param guidIsLink whether `guid` is said to be an address of the entry as well
/// @param link of the article, absolute
/// @param title plain text: markup off, entities undone, white space folded
/// @param author a name
/// @param publishedAt never an absurd one; of an Atom entry that says only when it was updated,
///   that
/// @param updatedAt never an absurd one
/// @param language BCP 47 tag, the entry's own or else the feed's
/// @param html the content, or the summary where that is the fuller of the two; may be empty
/// @param sha256 of all of the above as the feed writes it: another one means that the entry may
///   have been edited
public record FeedEntry(
    @Nullable String guid,
    boolean guidIsLink,
    @Nullable String link,
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable String language,
    String html,
    String sha256) {}
