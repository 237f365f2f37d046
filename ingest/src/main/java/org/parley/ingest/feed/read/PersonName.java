package org.parley.ingest.feed.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name in what feeds write as an author: `name@host (Name)`, `Name (name@host)`, `Name
/// <name@host>`, or just one of them.
final class PersonName {
  private static final String ADDRESS = "[^\\s<>()@]+@[^\\s<>()@]+";
  private static final Pattern ADDRESS_FIRST = Pattern.compile(ADDRESS + "\\s*\\((.*)\\)");
  private static final Pattern NAME_FIRST =
      Pattern.compile("(.+?)\\s*[(<]\\s*" + ADDRESS + "\\s*[)>]");

  private PersonName() {}

  /// `null` when nothing is written.
  static @Nullable String of(String written) {
    String name = written.strip();
    for (Pattern form : new Pattern[] {ADDRESS_FIRST, NAME_FIRST}) {
      Matcher matcher = form.matcher(name);
      if (matcher.matches() && !matcher.group(1).isBlank()) {
        return PlainText.orNull(matcher.group(1));
      }
    }
    return PlainText.orNull(name);
  }
}
