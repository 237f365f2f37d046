package org.parley.processor.watch;

import org.jspecify.annotations.Nullable;

/// A unit test of a watch, from its file: a text that the watch is to want, or not to want. No part
/// of the watch: it is neither stored nor counted in its version.
///
/// @param wanted whether it is
/// @param text a sentence or more
/// @param language that the text's source states, BCP 47, where the file says it
/// @param source who publishes it, where the file says it
/// @param line of the file, from 1
public record Expectation(
    boolean wanted, String text, @Nullable String language, @Nullable String source, int line) {}
