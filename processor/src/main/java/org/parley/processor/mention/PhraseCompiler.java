package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.processor.mention.PhraseSyntax.What;

/// Makes phrases ready for matching: words become numbers, named sets their members.
///
/// @param sets the named sets of the lexicon
record PhraseCompiler(Vocabulary vocabulary, Map<String, List<String>> sets) {
  private static final Map<String, List<Name.Kind>> KINDS =
      Map.of(
          "side", List.of(Name.Kind.COUNTRY, Name.Kind.GROUP, Name.Kind.PERSON, Name.Kind.CAPITAL),
          "group", List.of(Name.Kind.GROUP),
          "country", List.of(Name.Kind.COUNTRY),
          "person", List.of(Name.Kind.PERSON),
          "organisation", List.of(Name.Kind.ORGANISATION),
          "place", List.of(Name.Kind.COUNTRY, Name.Kind.CAPITAL, Name.Kind.VENUE),
          "name", List.of(Name.Kind.values()));

  /// @throws IllegalArgumentException naming the set or kind that there is not
  Phrase compile(PhraseSyntax syntax) {
    return new Phrase(syntax.parts().stream().map(part -> step(syntax, part)).toList());
  }

  private Phrase.Step step(PhraseSyntax syntax, PhraseSyntax.Part part) {
    List<int[]> sequences = new ArrayList<>();
    List<Name.Kind> names = new ArrayList<>();
    boolean number = false;
    for (What what : part.any()) {
      switch (what) {
        case What.Word(String word) -> sequences.add(Lexicons.words(word, vocabulary));
        case What.Named(String set) ->
            members(syntax, set).forEach(word -> sequences.add(Lexicons.words(word, vocabulary)));
        case What.Kind(String kind) when kind.equals("number") -> number = true;
        case What.Kind(String kind) -> names.addAll(kinds(syntax, kind));
      }
    }
    // Longer ones first, so that `put forward` is taken before `put`.
    sequences.sort(Comparator.comparingInt((int[] sequence) -> sequence.length).reversed());
    return new Phrase.Step(
        sequences.toArray(int[][]::new), List.copyOf(names), number, part.optional(), part.gap());
  }

  private List<String> members(PhraseSyntax syntax, String set) {
    List<String> members = sets.get(set);
    if (members == null || members.isEmpty()) {
      throw new IllegalArgumentException(
          "phrase '" + syntax.source() + "' names the set @" + set + ", which is not under words:");
    }
    return members;
  }

  private static List<Name.Kind> kinds(PhraseSyntax syntax, String kind) {
    List<Name.Kind> kinds = KINDS.get(kind);
    if (kinds == null) {
      throw new IllegalArgumentException(
          "phrase '"
              + syntax.source()
              + "' names {"
              + kind
              + "}; there are {number} and "
              + Set.copyOf(KINDS.keySet()).stream().sorted().map(k -> "{" + k + "}").toList());
    }
    return kinds;
  }
}
