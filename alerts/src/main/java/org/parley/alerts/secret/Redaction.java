package org.parley.alerts.secret;

import java.util.regex.Pattern;

/// Takes secrets out of what people and logs see.
public final class Redaction {
  private static final Pattern SECRET = Pattern.compile("(whsec_|whsk_|sealed:)[A-Za-z0-9+/=_-]+");

  private Redaction() {}

  /// `text` with `whsec_…`, `whsk_…` and `sealed:…` in place of what followed these prefixes.
  public static String redact(String text) {
    return SECRET.matcher(text).replaceAll("$1…");
  }
}
