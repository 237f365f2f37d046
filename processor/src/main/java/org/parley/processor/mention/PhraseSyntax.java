package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A phrase as a lexicon writes it: parts with spaces between.
///
/// | written | matches |
/// |---|---|
/// | `talks` | that word, in any case |
/// | `negotiat*` | any word that begins with these letters |
/// | `talks\|dialogue` | one of these words |
/// | `@talks` | one of the named set of words and phrases |
/// | `{side}` | the name of a country, a group or a person; `{place}`, `{number}` |
/// | `@talks\|effort` | any of these, words, sets or names |
/// | `part?` | the part or nothing |
/// | `<4>` | up to four words of any kind |
///
/// Words with nothing between them must follow one another without punctuation; a hyphen or a
/// quotation mark is none. A gap passes over commas, not over `;`.
///
/// @param source as written
/// @param parts in order
record PhraseSyntax(String source, List<Part> parts) {
  private static final Pattern ONE =
      Pattern.compile(
          "(?<word>[\\p{L}\\p{M}\\p{N}'’\"״׳.\\u200c\\u200d-]+\\*?)|@(?<set>[a-z-]+)|\\{(?<kind>[a-z]+)}");
  private static final Pattern GAP = Pattern.compile("<(\\d{1,2})>");

  /// One part of a phrase.
  ///
  /// @param any what may be matched
  /// @param optional whether nothing will do too
  /// @param gap how many words may stand before it
  record Part(List<What> any, boolean optional, int gap) {}

  /// What a part matches.
  sealed interface What {
    /// This word, or words with hyphens between.
    record Word(String word) implements What {}

    /// One of a named set.
    record Named(String set) implements What {}

    /// A name of this kind, or a number.
    record Kind(String kind) implements What {}
  }

  /// @throws IllegalArgumentException saying which part is not understood
  static PhraseSyntax parse(String source) {
    List<Part> parts = new ArrayList<>();
    int gap = 0;
    for (String written : source.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      Matcher space = GAP.matcher(written);
      if (space.matches()) {
        gap = Integer.parseInt(space.group(1));
        continue;
      }
      parts.add(part(source, written, gap));
      gap = 0;
    }
    if (gap > 0 || parts.stream().allMatch(Part::optional)) {
      throw new IllegalArgumentException(
          "phrase '"
              + source
              + "' must have a word that is not optional, and must not end in a gap");
    }
    return new PhraseSyntax(source, List.copyOf(parts));
  }

  private static Part part(String source, String written, int gap) {
    boolean optional = written.endsWith("?");
    String choice = optional ? written.substring(0, written.length() - 1) : written;
    List<What> any = new ArrayList<>();
    for (String one : choice.split("\\|", -1)) {
      any.add(what(source, one));
    }
    return new Part(List.copyOf(any), optional, gap);
  }

  private static What what(String source, String written) {
    Matcher one = ONE.matcher(written);
    if (!one.matches()) {
      throw new IllegalArgumentException(
          "phrase '"
              + source
              + "': '"
              + written
              + "' is no word, stem*, a|b, @set, {kind}, part? or <number>");
    }
    if (one.group("set") != null) {
      return new What.Named(one.group("set"));
    }
    return one.group("kind") != null
        ? new What.Kind(one.group("kind"))
        : new What.Word(one.group("word"));
  }
}
