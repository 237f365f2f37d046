package org.parley.ingest.feed.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTextTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // bytes are in, HTTP says, XML says
        "UTF-8, -, -",
        "UTF-8, text/xml, UTF-8",
        "UTF-8, text/xml; charset=ISO-8859-1, UTF-8",
        "UTF-8, text/xml; charset=windows-1251, -",
        "UTF-8, -, windows-1251",
        "UTF-8, -, UTF-16",
        "UTF-8, text/xml; charset=no-such-thing, -",
        "UTF-8, text/xml; charset=\"utf8\", utf8",
        "windows-1251, text/xml; charset=windows-1251, -",
        "windows-1251, -, windows-1251",
        "windows-1251, text/xml; charset=utf-8, windows-1251",
        "KOI8-R, application/rss+xml;charset='KOI8-R', -",
        "UTF-16BE, -, UTF-16",
        "UTF-16LE, -, -",
        "UTF-32BE, -, -",
        "UTF-32LE, text/xml; charset=utf-8, -",
      })
  void findsTheEncoding(String encoding, String http, String xml) {
    String declaration = xml == null ? "" : "<?xml version='1.0' encoding='" + xml + "'?>";
    String text = declaration + "<rss>Переговоры в Женеве</rss>";
    assertThat(FeedText.of(text.getBytes(Charset.forName(encoding)), http)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void goesByTheByteOrderMarkBeforeAllElse(String encoding) {
    byte[] body = "\uFEFF<rss>Pourparlers à Genève</rss>".getBytes(Charset.forName(encoding));
    assertThat(FeedText.of(body, "text/xml; charset=KOI8-R"))
        .isEqualTo("<rss>Pourparlers à Genève</rss>");
  }

  @Test
  void takesWhatIsDeclaredNowhereForTheWebsOldEncoding() {
    byte[] body = "<rss>Pourparlers “à” Genève</rss>".getBytes(Charset.forName("windows-1252"));
    assertThat(FeedText.of(body, null)).isEqualTo("<rss>Pourparlers “à” Genève</rss>");
    assertThat(FeedText.of(body, "text/xml; charset=iso-8859-1"))
        .isEqualTo("<rss>Pourparlers “à” Genève</rss>");
  }

  @Test
  void staysWithUtf8WhenATextWasCutWithinACharacter() {
    byte[] whole = "Переговоры в Женеве завершились".getBytes(StandardCharsets.UTF_8);
    String text = FeedText.of(Arrays.copyOf(whole, whole.length - 1), null);
    assertThat(text).startsWith("Переговоры в Женеве завершилис");
  }

  @Test
  void decodesAnythingToSomething() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 256; i++) {
      all.write(i);
    }
    assertThat(FeedText.of(all.toByteArray(), "text/xml; charset=utf-8")).hasSize(256);
    assertThat(FeedText.of(new byte[0], null)).isEmpty();
    assertThat(FeedText.of(new byte[] {(byte) 0xFF}, null)).hasSize(1);
    assertThat(FeedText.of(new byte[] {'<', 0, 0}, null)).isNotEmpty();
  }
}
