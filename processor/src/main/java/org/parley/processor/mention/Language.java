package org.parley.processor.mention;

import java.util.List;

/// Everything that is known of one language. Immutable once loaded.
///
/// @param code ISO 639-1
/// @param vocabulary every word of its lexicons
/// @param names it knows
/// @param lexicons one a concept
record Language(String code, Vocabulary vocabulary, NameIndex names, List<Lexicon> lexicons) {}
