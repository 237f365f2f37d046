package org.parley.processor.mention;

import java.util.List;
import org.parley.processor.date.DateFinder;

/// Everything that is known of one language. Immutable once loaded.
///
/// @param code ISO 639-1
/// @param vocabulary every word of its lexicons
/// @param names it knows
/// @param lexicons one a concept
/// @param claims the phrases that tell in what manner something is said
/// @param dates how it tells days
record Language(
    String code,
    Vocabulary vocabulary,
    NameIndex names,
    List<Lexicon> lexicons,
    RuleIndex claims,
    DateFinder dates) {}
