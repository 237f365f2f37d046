package org.parley.ingest.corpus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a folder's top level that hold articles (`.txt`, `.md`, `.html`, `.jsonl`), in the
/// order of their names; or one such file of it. Files of other kinds, hidden ones and subfolders
/// are not part of it. What the files may hold is in `docs/corpus-format.md`.
///
/// Nothing is read before it is asked for, and no more than one file is held at a time. Reading has
/// no side effects and needs no Kafka.
public final class Corpus {
  private final String name;
  private final List<CorpusFile> files;

  private Corpus(String name, List<CorpusFile> files) {
    this.name = name;
    this.files = List.copyOf(files);
  }

  /// Finds the files of a corpus.
  ///
  /// @param path a folder, or a file of one
  /// @param name by which its articles are known; the last element of the folder's path when `null`
  /// @throws CorpusException when the path cannot be read or holds no articles
  public static Corpus open(Path path, @Nullable String name) throws CorpusException {
    Path whole = path.toAbsolutePath().normalize();
    if (!Files.exists(whole)) {
      throw new CorpusException(path + ": no such file or folder; check the path");
    }
    boolean folder = Files.isDirectory(whole);
    String known = name == null ? lastElement(folder ? whole : whole.getParent(), path) : name;
    if (known.isBlank()) {
      throw new CorpusException(path + ": the name of a corpus must not be empty; mend --name");
    }
    List<CorpusFile> files = folder ? files(path, whole, known) : List.of(file(path, whole, known));
    return new Corpus(known, files);
  }

  private static String lastElement(@Nullable Path folder, Path path) throws CorpusException {
    if (folder == null || folder.getFileName() == null) {
      throw new CorpusException(path + ": a corpus in the root folder needs a name; give --name");
    }
    return folder.getFileName().toString();
  }

  private static CorpusFile file(Path path, Path whole, String corpus) throws CorpusException {
    FileFormat format = FileFormat.of(whole);
    if (format == null) {
      throw new CorpusException(
          path + ": not a file that Parley reads; it reads " + FileFormat.ENDINGS);
    }
    return new CorpusFile(corpus, whole, format);
  }

  private static List<CorpusFile> files(Path path, Path whole, String corpus)
      throws CorpusException {
    List<CorpusFile> files = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(whole)) {
      for (Path entry : entries) {
        FileFormat format = FileFormat.of(entry);
        if (format != null && !Files.isDirectory(entry)) {
          files.add(new CorpusFile(corpus, entry, format));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new CorpusException(path + ": the folder cannot be read; check its permissions", e);
    }
    if (files.isEmpty()) {
      throw new CorpusException(
          path + ": no articles in this folder's top level; Parley reads " + FileFormat.ENDINGS);
    }
    files.sort(Comparator.comparing(CorpusFile::name));
    return files;
  }

  /// By which its articles are known.
  public String name() {
    return name;
  }

  /// At least one, by name.
  public List<CorpusFile> files() {
    return files;
  }

  /// All that is read from all files, one file at a time.
  public Stream<Reading> readings() {
    return files.stream().flatMap(file -> file.load().readings());
  }
}
