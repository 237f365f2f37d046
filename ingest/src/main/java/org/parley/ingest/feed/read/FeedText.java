package org.parley.ingest.feed.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decodes the bytes of a feed, or of a list of feeds: by its byte order mark, else by the pattern
/// that UTF-16 and UTF-32 make of `<`, else by what is declared in HTTP and then in XML, else as
/// UTF-8, else as windows-1252.
///
/// What is declared is often a server's default. So bytes that are UTF-8 with characters beyond
/// ASCII, which no other encoding is by accident, are UTF-8 whatever is declared; and a declared
/// encoding that the bytes are not in does not count.
public final class FeedText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Pattern HTTP = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.-]{2,40})");
  private static final Pattern XML =
      Pattern.compile("^[^<]{0,200}<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})");
  private static final int HEAD = 1024;

  private FeedText() {}

  /// The text, whatever the bytes are.
  ///
  /// @param contentType the header's value
  public static String of(byte[] body, @Nullable String contentType) {
    Charset wide = wide(body);
    if (wide != null) {
      return decoded(body, wide);
    }
    String utf8 = strictly(body, StandardCharsets.UTF_8);
    boolean ascii = utf8 != null && utf8.length() == body.length;
    if (utf8 != null && !ascii) {
      return utf8;
    }
    String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
    for (Charset declared :
        new @Nullable Charset[] {declared(HTTP, contentType), declared(XML, head)}) {
      String text = declared == null ? null : strictly(body, declared);
      if (text != null) {
        return text;
      }
    }
    return utf8 == null ? undeclared(body) : utf8;
  }

  /// UTF-8 with a few broken places, such as a text that was cut, else what old feeds are in.
  private static String undeclared(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == 0xFFFD).count();
    long whole = text.chars().filter(c -> c >= 0x80 && c != 0xFFFD).count();
    return whole >= broken * 10 ? text : new String(body, WINDOWS_1252);
  }

  private static @Nullable Charset wide(byte[] body) {
    int first = body.length < 4 ? -1 : ByteBuffer.wrap(body).getInt();
    if (first == 0x0000FEFF || first == '<') {
      return UTF_32BE;
    }
    if (first == 0xFFFE0000 || first == '<' << 24) {
      return UTF_32LE;
    }
    int two = body.length < 2 ? -1 : ByteBuffer.wrap(body).getShort() & 0xFFFF;
    return switch (two) {
      case 0xFEFF, '<' -> StandardCharsets.UTF_16BE;
      case 0xFFFE, '<' << 8 -> StandardCharsets.UTF_16LE;
      case 0xEFBB -> StandardCharsets.UTF_8;
      default -> null;
    };
  }

  private static String decoded(byte[] body, Charset charset) {
    String text = new String(body, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// A charset that has ASCII's bytes where ASCII does: anything else was seen before.
  private static @Nullable Charset declared(Pattern where, @Nullable String text) {
    Matcher matcher = where.matcher(text == null ? "" : text);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1).toUpperCase(Locale.ROOT);
    if (name.equals("ISO-8859-1") || name.equals("US-ASCII") || name.equals("LATIN1")) {
      return WINDOWS_1252;
    }
    try {
      Charset charset = Charset.forName(name);
      boolean asciiBased = "<?xml".equals(new String(ASCII, charset));
      return asciiBased ? charset : null;
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      // A feed may declare anything; an unknown name is as good as none.
      return null;
    }
  }

  private static final byte[] ASCII = "<?xml".getBytes(StandardCharsets.US_ASCII);

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(
              charset.equals(WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      // Not in this encoding; another may fit.
      return null;
    }
  }
}
