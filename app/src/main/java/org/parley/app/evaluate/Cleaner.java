package org.parley.app.evaluate;

import org.jspecify.annotations.Nullable;

/// Cleans a text as ingest does, so that what is measured is what runs.
@FunctionalInterface
public interface Cleaner {
  /// @param title where the row states one apart from the text
  /// @param text as given
  Cleaned clean(@Nullable String title, String text);
}
