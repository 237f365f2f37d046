package org.parley.app.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// Keeps secrets out of everything that is printed.
final class Secrets {
  private static final Pattern SECRET = Pattern.compile("password|secret|jaas|\\bkey\\b|token");
  private static final Pattern REFERENCE = Pattern.compile("(env|file):.*");

  private Secrets() {}

  /// The value as it may be shown: a reference to a secret is, a secret is not.
  static String redacted(String key, String text) {
    boolean secret = SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
    return secret && !text.isEmpty() && !REFERENCE.matcher(text).matches() ? "(hidden)" : text;
  }
}
