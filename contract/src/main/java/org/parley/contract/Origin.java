package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where an article was read.
///
/// @param kind what sort of place
/// @param name the corpus's name, or the feed's URL
/// @param entry within it: a file's name, `file#row` of a `.jsonl` file, or the entry's GUID
/// @param sha256 of the raw bytes that the article was read from, lower-case hexadecimal
/// @param charset the name of the encoding they were read in, where they were bytes
public record Origin(
    Kind kind, String name, String entry, String sha256, @Nullable String charset) {
  /// The sorts of places that articles come from.
  public enum Kind {
    /// A file, or a row of one.
    CORPUS,
    /// An entry of an RSS or Atom feed.
    FEED;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Kind of(String label) {
      return Require.labelled(values(), Kind::label, label, "kind");
    }
  }

  public Origin {
    Require.present(kind, "kind");
    Require.text(name, "name");
    Require.text(entry, "entry");
    Require.text(sha256, "sha256");
  }
}
