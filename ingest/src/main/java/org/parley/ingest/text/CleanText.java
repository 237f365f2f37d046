package org.parley.ingest.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.TextMap;

/// What is left of a raw text when the page around the article is taken away, in the form that
/// [org.parley.contract.Article] has.
///
/// @param title as the text states it
/// @param author as the text states it
/// @param publishedAt as the text states it; a date without a time, or with a time of an unknown
///   zone, is the start of that day in UTC
/// @param text title, blank line, body; the paragraphs of the body apart by a blank line
/// @param bodyStart where the body starts in `text`; 0 without a title
/// @param truncated whether the text was cut to its greatest length
/// @param map from `text` back to the raw text
public record CleanText(
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    String text,
    int bodyStart,
    boolean truncated,
    TextMap map) {}
