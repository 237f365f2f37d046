package org.parley.app.evaluate;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens files of labelled rows.
public final class Lines {
  private static final int GZIP = 0x1f8b;

  private Lines() {}

  /// The lines of a file, UTF-8, gzip or not; to be closed.
  ///
  /// @throws IOException when the file cannot be read
  public static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(bytes(file), StandardCharsets.UTF_8));
  }

  private static InputStream bytes(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP ? new GZIPInputStream(in) : in;
  }
}
