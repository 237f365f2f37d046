package org.parley.processor.mention;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.contract.Mention;

/// What the lexicons of all languages know, for who asks for it by name. Read anew at each call.
public final class Known {
  private Known() {}

  /// The concepts that can be found, by name.
  public static List<String> concepts() {
    return List.of(Mention.PEACE_TALKS);
  }

  /// Everyone who can be found to be a party, by their usual English name.
  public static SortedSet<String> parties() {
    SortedSet<String> parties = new TreeSet<>();
    for (String language : Locale.getISOLanguages()) {
      if (LexiconReader.exists(language, Mention.PEACE_TALKS)) {
        LexiconFile.Names names = LexiconReader.readNames(language);
        parties.addAll(new NamesReader(language, new Vocabulary()).read(names).parties());
      }
    }
    return parties;
  }
}
