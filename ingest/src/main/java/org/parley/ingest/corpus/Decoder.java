package org.parley.ingest.corpus;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds out in which encoding a file is: by its byte order mark; as UTF-8, which no other encoding
/// is by accident; as an HTML page declares; and by statistics of the languages (ICU), which take
/// Windows' Cyrillic, Arabic and East Asian code pages apart.
///
/// A byte order mark stays in the text as U+FEFF, so that places in the text are places in the
/// file.
final class Decoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 256 * 1024;
  private static final int LEAST_CONFIDENCE = 15;
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");

  private static final List<byte[]> BINARY =
      List.of(
          ascii("%PDF-"),
          ascii("PK\u0003\u0004"),
          ascii("GIF8"),
          ascii("RIFF"),
          ascii("{\\rtf"),
          bytes(0x1F, 0x8B),
          bytes(0x89, 'P', 'N', 'G'),
          bytes(0xFF, 0xD8, 0xFF),
          bytes(0x7F, 'E', 'L', 'F'),
          bytes(0xCA, 0xFE, 0xBA, 0xBE),
          bytes(0xD0, 0xCF, 0x11, 0xE0),
          bytes(0x28, 0xB5, 0x2F, 0xFD),
          bytes(0xFD, '7', 'z', 'X', 'Z'),
          bytes('7', 'z', 0xBC, 0xAF));

  private Decoder() {}

  static Decoded decode(byte[] bytes, boolean html) {
    if (isBlank(bytes)) {
      return new Decoded.Failure("is empty; remove it, or put an article into it");
    }
    if (BINARY.stream().anyMatch(magic -> startsWith(bytes, magic))) {
      return binary();
    }
    Charset marked = marked(bytes);
    if (marked == null && isBinary(bytes)) {
      return binary();
    }
    return text(bytes, marked, html);
  }

  private static Decoded text(byte[] bytes, @Nullable Charset marked, boolean html) {
    if (marked != null) {
      return new Decoded.Text(new String(bytes, marked), marked.name());
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return new Decoded.Text(utf8, "UTF-8");
    }
    Charset declared = html ? declared(bytes) : null;
    if (declared != null) {
      return new Decoded.Text(new String(bytes, declared), declared.name());
    }
    if (isMostlyUtf8(bytes)) {
      return new Decoded.Text(new String(bytes, StandardCharsets.UTF_8), "UTF-8");
    }
    Charset detected = detected(bytes);
    return detected == null
        ? new Decoded.Failure("its encoding cannot be told; convert it to UTF-8")
        : new Decoded.Text(new String(bytes, detected), detected.name());
  }

  private static Decoded binary() {
    return new Decoded.Failure("is a binary file, not text; remove it, or extract its text");
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (startsWith(bytes, bytes(0xEF, 0xBB, 0xBF))) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, bytes(0xFF, 0xFE, 0, 0))) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(bytes, bytes(0, 0, 0xFE, 0xFF))) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(bytes, bytes(0xFF, 0xFE))) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, bytes(0xFE, 0xFF))) {
      return StandardCharsets.UTF_16BE;
    }
    return unmarked16(bytes);
  }

  /// UTF-16 without a mark: every other byte of a text in a European language is 0.
  private static @Nullable Charset unmarked16(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE) & ~1;
    int[] zeros = new int[2];
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeros[1] > length * 0.3 && zeros[0] * 20 < zeros[1]) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > length * 0.3 && zeros[1] * 20 < zeros[0] ? StandardCharsets.UTF_16BE : null;
  }

  /// Whether more than one byte in a hundred is a control character that texts do not have.
  private static boolean isBinary(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B || b == 0x0B;
      controls += b < ' ' && !usual || b == 0x7F ? 1 : 0;
    }
    return controls > Math.max(8, length / 100);
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      // Not in this encoding; another may fit.
      return null;
    }
  }

  /// UTF-8 with a few broken places, such as a file that was cut.
  private static boolean isMostlyUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == 0xFFFD).count();
    long whole = text.chars().filter(c -> c >= 0x80 && c != 0xFFFD).count();
    return whole >= broken * 10;
  }

  private static @Nullable Charset declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    while (matcher.find()) {
      Charset charset = named(matcher.group(1));
      // UTF-8 was tried, and UTF-16 would not have shown the declaration.
      if (charset != null && !charset.name().startsWith("UTF-")) {
        return charset;
      }
    }
    return null;
  }

  private static @Nullable Charset detected(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
    for (CharsetMatch match : detector.detectAll()) {
      Charset charset = named(match.getName());
      if (match.getConfidence() >= LEAST_CONFIDENCE
          && charset != null
          && isReadable(bytes, charset)) {
        return charset;
      }
    }
    return isReadable(bytes, WINDOWS_1252) ? WINDOWS_1252 : null;
  }

  /// Whether hardly a byte means nothing in it.
  private static boolean isReadable(byte[] bytes, Charset charset) {
    String text = new String(bytes, 0, Math.min(bytes.length, SAMPLE), charset);
    long broken = text.chars().filter(c -> c == 0xFFFD || c >= 0x80 && c < 0xA0).count();
    return broken * 200 <= text.length();
  }

  /// The charset of that name; of ISO 8859-1 what the web means by it.
  private static @Nullable Charset named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("ISO-8859-1") || upper.equals("US-ASCII") || upper.equals("LATIN1")) {
      return WINDOWS_1252;
    }
    try {
      return Charset.forName(upper.equals("ISO-8859-8-I") ? "ISO-8859-8" : name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      // A page may declare anything; an unknown name is as good as none.
      return null;
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
