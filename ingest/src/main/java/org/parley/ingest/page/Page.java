package org.parley.ingest.page;

import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.CleanText;

/// What a page says.
///
/// @param text its article, mapped to the HTML
/// @param url the address it states of itself, absolute, as written
/// @param language BCP 47 tag that it states
/// @param siteName the publisher as it calls itself
public record Page(
    CleanText text, @Nullable String url, @Nullable String language, @Nullable String siteName) {}
