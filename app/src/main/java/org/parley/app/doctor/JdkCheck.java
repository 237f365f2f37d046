package org.parley.app.doctor;

import java.util.Locale;

/// Whether this Java can run Parley.
final class JdkCheck {
  private static final String NAME = "jdk";
  private static final int LEAST = 25;

  private JdkCheck() {}

  static Verdict look() {
    return verdict(
        Runtime.version().feature(),
        Runtime.version() + " in " + System.getProperty("java.home"),
        Locale.of("", "UA").getDisplayCountry(Locale.of("uk")));
  }

  /// @param ukraine what the country is called in its language: without the JDK's locale data every
  ///   name is English, and parties in other languages are not recognised
  static Verdict verdict(int feature, String version, String ukraine) {
    if (feature < LEAST) {
      return Verdict.fail(NAME, version, "install a JDK " + LEAST + " or newer");
    }
    if (!ukraine.equals("Україна")) {
      return Verdict.warn(
          NAME,
          version + " has no locale data: country names in other languages are not recognised",
          "add the module jdk.localedata to the runtime");
    }
    return Verdict.ok(NAME, version);
  }
}
