package org.parley.ingest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;

/// A file of a [Corpus], not read yet.
public final class CorpusFile {
  /// The largest file that is read.
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private final String corpus;
  private final Path path;
  private final FileFormat format;

  CorpusFile(String corpus, Path path, FileFormat format) {
    this.corpus = corpus;
    this.path = path;
    this.format = format;
  }

  /// Its name within the corpus.
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /// Reads its bytes. Whether they hold articles is found out by [Loaded#readings()].
  public Loaded load() {
    try {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(MAX_BYTES + 1);
      }
      if (bytes.length > MAX_BYTES) {
        return refused(
            String.format(
                Locale.ROOT, "%.1f MB is over the limit of 16 MB; split it", megabytes()));
      }
      return new Loaded(corpus, name(), format, Ids.sha256(bytes), bytes, null);
    } catch (AccessDeniedException e) {
      return refused("cannot be read; check its permissions");
    } catch (NoSuchFileException e) {
      return refused("is gone, or a link to nothing; remove it or bring the file back");
    } catch (IOException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private double megabytes() throws IOException {
    return Files.size(path) / (1024.0 * 1024.0);
  }

  private Loaded refused(String why) {
    return new Loaded(
        corpus, name(), format, "", null, new Reading.Refused(name(), name() + ": " + why));
  }

  /// A file's bytes, or why there are none.
  public static final class Loaded {
    private final String corpus;
    private final String name;
    private final FileFormat format;
    private final String sha256;
    private final byte @Nullable [] bytes;
    private final Reading.@Nullable Refused refused;

    private Loaded(
        String corpus,
        String name,
        FileFormat format,
        String sha256,
        byte @Nullable [] bytes,
        Reading.@Nullable Refused refused) {
      this.corpus = corpus;
      this.name = name;
      this.format = format;
      this.sha256 = sha256;
      this.bytes = bytes;
      this.refused = refused;
    }

    /// Of the bytes, lower-case hexadecimal; empty when they could not be read.
    public String sha256() {
      return sha256;
    }

    /// Whether the file holds an article a row.
    public boolean hasRows() {
      return format == FileFormat.JSON_LINES;
    }

    /// What is read from it: one reading, or one for each row.
    public Stream<Reading> readings() {
      if (bytes == null) {
        return refused == null ? Stream.empty() : Stream.of(refused);
      }
      return switch (Decoder.decode(bytes, format == FileFormat.HTML)) {
        case Decoded.Failure failure ->
            Stream.of(new Reading.Refused(name, name + ": " + failure.reason()));
        case Decoded.Text text -> read(text);
      };
    }

    private Stream<Reading> read(Decoded.Text text) {
      RawFile raw = new RawFile(corpus, name, sha256, text.charset(), text.text());
      return switch (format) {
        case TEXT -> Stream.of(Articles.ofText(raw));
        case MARKDOWN -> Stream.of(Articles.ofMarkdown(raw));
        case HTML -> Stream.of(Articles.ofHtml(raw));
        case JSON_LINES -> new JsonLines(raw).readings();
      };
    }
  }

  /// A decoded file.
  ///
  /// @param sha256 of what an article is read from: the file, or the row
  record RawFile(String corpus, String name, String sha256, String charset, String text) {
    RawFile row(String sha256) {
      return new RawFile(corpus, name, sha256, charset, text);
    }
  }
}
