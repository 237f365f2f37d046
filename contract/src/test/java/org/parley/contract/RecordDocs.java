package org.parley.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the records' docs say, read from their source files: the first paragraph of a record, and
/// its `@param` of a component. So the schemas say what the code says, and say it once.
final class RecordDocs {
  private static final Path SOURCES = Path.of("src/main/java/org/parley/contract");
  private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(");
  private static final Pattern LINK = Pattern.compile("\\[([\\w.#]+)(?:\\([^)]*\\))?]");
  private static final Pattern PARAM = Pattern.compile("@param (\\w+) (.*)");

  /// A summary under the empty name, and the components by theirs.
  private final Map<String, Map<String, String>> records = new HashMap<>();

  RecordDocs() {
    try (var files = Files.list(SOURCES)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(this::readFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + SOURCES, e);
    }
  }

  String of(Class<?> type) {
    return resolved(type, text(type, ""));
  }

  /// @throws IllegalStateException when a record says nothing of one of its components
  String of(Class<?> type, String component) {
    return resolved(type, text(type, component));
  }

  private String text(Class<?> type, String component) {
    Class<?> described = type == ArticleRef.class && !component.isEmpty() ? Article.class : type;
    String text = records.getOrDefault(described.getSimpleName(), Map.of()).get(component);
    if (text == null) {
      throw new IllegalStateException(
          described.getSimpleName() + " needs a '@param " + component + "' in its docs");
    }
    return text;
  }

  private void readFile(Path file) {
    var docs = new ArrayList<String>();
    for (String line : Golden.read(file).lines().map(String::strip).toList()) {
      Matcher record = RECORD.matcher(line);
      if (line.startsWith("///")) {
        docs.add(line.substring(3).strip());
      } else if (record.find()) {
        records.put(record.group(1), read(docs));
        docs.clear();
      } else if (!line.startsWith("@")) {
        docs.clear();
      }
    }
  }

  private static Map<String, String> read(List<String> docs) {
    var texts = new HashMap<String, String>();
    String name = "";
    boolean open = true;
    for (String line : docs) {
      Matcher param = PARAM.matcher(line);
      if (param.matches()) {
        name = param.group(1);
        texts.put(name, param.group(2));
        open = true;
      } else if (line.isEmpty()) {
        open = false;
      } else if (open) {
        texts.merge(name, line, (before, more) -> before + " " + more);
      }
    }
    return texts;
  }

  /// Puts the value in the place of a constant's name, and takes the brackets off other links.
  private static String resolved(Class<?> type, String text) {
    return LINK.matcher(text)
        .replaceAll(link -> Matcher.quoteReplacement(word(type, link.group(1))));
  }

  private static String word(Class<?> type, String link) {
    String name = link.startsWith("#") ? link.substring(1) : link.replace('#', '.');
    try {
      Field constant = type.getDeclaredField(name);
      return constant.getType() == int.class ? String.valueOf(constant.get(null)) : name;
    } catch (NoSuchFieldException _) {
      return name;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a doc may only link to public constants: " + link, e);
    }
  }
}
