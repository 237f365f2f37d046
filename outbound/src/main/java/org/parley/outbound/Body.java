package org.parley.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// The first bytes of an answer's body.
///
/// @param bytes at most as many as were asked for
/// @param cut whether there were more
record Body(byte[] bytes, boolean cut) {
  static final Body NONE = new Body(new byte[0], false);

  private static final int CHUNK = 8 * 1024;

  /// Reads at most `most` bytes, and one more to know whether that was all.
  static Body read(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most);
    return new Body(bytes, bytes.length == most && in.read() >= 0);
  }

  /// Undoes a `Content-Encoding`. What it makes is bounded as the bytes on the wire were, so a few
  /// bytes that stand for a gigabyte cost no more than any other body.
  ///
  /// @throws ZipException when the bytes are not what the encoding says, or are too few
  Body inflated(String encoding, int most) throws IOException {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> this;
      case "gzip", "x-gzip" -> inflate(source -> new GZIPInputStream(source, CHUNK), most);
      case "deflate" -> inflate(this::deflated, most);
      default -> throw new ZipException("Content-Encoding '" + encoding + "' was not asked for");
    };
  }

  private interface Coding {
    InputStream over(InputStream source) throws IOException;
  }

  private Body inflate(Coding coding, int most) throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    try (InputStream in = coding.over(new ByteArrayInputStream(bytes))) {
      byte[] chunk = new byte[CHUNK];
      while (made.size() < most) {
        int count = in.read(chunk, 0, Math.min(CHUNK, most - made.size()));
        if (count < 0) {
          return new Body(made.toByteArray(), cut);
        }
        made.write(chunk, 0, count);
      }
      return new Body(made.toByteArray(), cut || in.read() >= 0);
    } catch (EOFException e) {
      if (cut) {
        return new Body(made.toByteArray(), true);
      }
      throw new ZipException("the compressed body ends too early");
    }
  }

  /// By the book deflate is zlib's format; some servers send it without zlib's two bytes in front.
  private InputStream deflated(InputStream source) {
    boolean zlib =
        bytes.length >= 2
            && (bytes[0] & 0x0f) == 8
            && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(source, inflater, CHUNK) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }
}
