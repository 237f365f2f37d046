package org.parley.processor.mention;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the lexicons that Parley ships know, for who asks for it by name. Read anew at each call.
public final class Known {
  private static final String USUAL = "en";

  private Known() {}

  /// The concepts that can be found, sorted.
  public static List<String> concepts() {
    return List.copyOf(new LexiconReader(LexiconFiles.SHIPPED).concepts());
  }

  /// Everyone who can be found to be a party, by their usual English name.
  public static SortedSet<String> parties() {
    LexiconReader reader = new LexiconReader(LexiconFiles.SHIPPED);
    LexiconFile.Names usual = reader.readNames(USUAL);
    SortedSet<String> parties = new TreeSet<>();
    for (String language : reader.languages()) {
      boolean named = LexiconFiles.SHIPPED.exists(LexiconFiles.path(language, LexiconFiles.NAMES));
      LexiconFile.Names own = named ? reader.readNames(language) : LexiconFile.Names.NONE;
      Vocabulary vocabulary = new Vocabulary(Affixes.of(language));
      parties.addAll(new NamesReader(language, vocabulary).read(own, usual).parties());
    }
    return parties;
  }
}
