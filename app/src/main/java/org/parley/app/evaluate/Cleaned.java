package org.parley.app.evaluate;

import org.parley.contract.TextMap;

/// A row's text as the processor gets it.
///
/// @param text title, blank line, body
/// @param bodyStart where the body starts in `text`, in UTF-16 code units; 0 without a title
/// @param map from `text` back to the row's text as given
public record Cleaned(String text, int bodyStart, TextMap map) {}
