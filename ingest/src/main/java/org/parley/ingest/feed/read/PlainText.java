package org.parley.ingest.feed.read;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// The words of a short piece of HTML, such as a title.
final class PlainText {
  private static final Pattern STILL_ESCAPED =
      Pattern.compile(
          "&(?:amp|lt|gt|quot|apos|nbsp|#\\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
              + "|</?(?:p|b|i|u|em|strong|br|span|a|div|font|small|sup|sub|h[1-6])(?:\\s[^<>]*)?/?>");

  private PlainText() {}

  /// Markup off, entities undone (twice, where a feed escaped them twice), white space folded.
  static String of(String html) {
    String text = words(html);
    return STILL_ESCAPED.matcher(text).find() ? words(text) : text;
  }

  /// The same; `null` when nothing is left.
  static @Nullable String orNull(@Nullable String html) {
    String text = html == null ? "" : of(html);
    return text.isEmpty() ? null : text;
  }

  private static String words(String html) {
    boolean plain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
    String text = plain ? html : Jsoup.parse(html).text();
    return text.replace('\u00A0', ' ').strip().replaceAll("\\s+", " ");
  }
}
