package org.parley.processor.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the files of lexicons are: in a folder of the user's, and for what is not there, those
/// that Parley ships on the class path.
///
/// A folder per language (its ISO 639-1 code) holds `names.yaml`, `claims.yaml` and one file a
/// concept, such as `peace-talks.yaml`.
///
/// @param folder of the user's, or none
record LexiconFiles(@Nullable Path folder) {
  /// Those that Parley ships, alone.
  static final LexiconFiles SHIPPED = new LexiconFiles(null);

  static final String NAMES = "names";
  static final String CLAIMS = "claims";

  private static final String ROOT = "/lexicon/";
  private static final String YAML = ".yaml";

  /// @throws IllegalArgumentException when the folder holds no language
  LexiconFiles {
    if (folder != null && languagesIn(folder).isEmpty()) {
      throw new IllegalArgumentException(
          folder
              + ": no lexicon; it must have a folder named for a language, such as en, with"
              + " peace-talks.yaml or the like in it");
    }
  }

  /// The file of a language, in the form in which messages name it.
  static String path(String language, String name) {
    return ROOT + language + "/" + name + YAML;
  }

  /// The languages that have a lexicon for any concept, sorted.
  Set<String> languages(List<String> shippedConcepts) {
    Set<String> languages = new TreeSet<>(folder == null ? Set.of() : languagesIn(folder));
    for (String language : Locale.getISOLanguages()) {
      if (shippedConcepts.stream().anyMatch(concept -> isShipped(path(language, concept)))) {
        languages.add(language);
      }
    }
    return languages;
  }

  /// The concepts that the user's folder has a file for, sorted.
  Set<String> conceptsInFolder() {
    Set<String> concepts = new TreeSet<>();
    if (folder == null) {
      return concepts;
    }
    for (String language : languagesIn(folder)) {
      for (String name : list(folder.resolve(language))) {
        if (name.endsWith(YAML) && !name.equals(NAMES + YAML) && !name.equals(CLAIMS + YAML)) {
          concepts.add(name.substring(0, name.length() - YAML.length()));
        }
      }
    }
    return concepts;
  }

  boolean exists(String path) {
    return own(path) != null || isShipped(path);
  }

  /// What to call a file in a message.
  String nameOf(String path) {
    Path own = own(path);
    return own == null ? path : own.toString();
  }

  /// The text of a file, or `null` where there is none.
  @Nullable String text(String path) {
    Path own = own(path);
    try (InputStream in =
        own == null ? LexiconFiles.class.getResourceAsStream(path) : Files.newInputStream(own)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(nameOf(path) + " cannot be read", e);
    }
  }

  private @Nullable Path own(String path) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(path.substring(ROOT.length()));
    return Files.isRegularFile(file) ? file : null;
  }

  private static boolean isShipped(String path) {
    return LexiconFiles.class.getResource(path) != null;
  }

  private static Set<String> languagesIn(Path folder) {
    Set<String> languages = new TreeSet<>(Set.of(Locale.getISOLanguages()));
    languages.retainAll(list(folder));
    return languages;
  }

  private static List<String> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(folder + ": no such folder, or not readable", e);
    }
  }
}
