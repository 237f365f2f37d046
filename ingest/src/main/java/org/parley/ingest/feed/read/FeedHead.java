package org.parley.ingest.feed.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a feed says of itself.
///
/// @param id Atom's `id`, as written
/// @param title plain text
/// @param link of the site that it is the feed of, absolute
/// @param description of RSS, `subtitle` of Atom: HTML as written
/// @param author a name
/// @param language BCP 47 tag
/// @param publishedAt RSS's `pubDate`
/// @param updatedAt RSS's `lastBuildDate`, Atom's `updated`
public record FeedHead(
    @Nullable String id,
    @Nullable String title,
    @Nullable String link,
    @Nullable String description,
    @Nullable String author,
    @Nullable String language,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt) {}
