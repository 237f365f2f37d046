package org.parley.processor.mention;

/// A name in a text.
///
/// @param start first token
/// @param end token after the last
/// @param people whether it stands in the form that names people (`Russian`), so it is no venue
record NameHit(Name name, boolean people, int start, int end) {}
