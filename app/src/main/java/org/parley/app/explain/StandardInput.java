package org.parley.app.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.ingest.corpus.CorpusFile;

/// What comes on standard input as a file of a corpus, its form told by how it begins. Close it to
/// remove the file.
public final class StandardInput implements AutoCloseable {
  private final Path file;

  private StandardInput(Path file) {
    this.file = file;
  }

  /// @throws IOException when it cannot be read, or no file be written
  public static StandardInput read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(CorpusFile.MAX_BYTES + 1);
    Path file = Files.createTempDirectory("parley-").resolve("stdin" + ending(bytes));
    Files.write(file, bytes);
    return new StandardInput(file);
  }

  private static String ending(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.UTF_8).strip();
    if (head.startsWith("<")) {
      return ".html";
    }
    if (head.startsWith("{")) {
      return ".jsonl";
    }
    return head.startsWith("---\n") || head.startsWith("# ") ? ".md" : ".txt";
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
    Files.delete(file.getParent());
  }
}
