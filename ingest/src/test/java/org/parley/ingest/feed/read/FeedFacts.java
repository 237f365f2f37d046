package org.parley.ingest.feed.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a reader finds in a feed, or should: the values of each field, of the feed first and then
/// of each entry.
record FeedFacts(List<Part> parts) {
  enum Field {
    TITLE,
    LINK,
    ID,
    AUTHOR,
    PUBLISHED,
    UPDATED,
    TEXT
  }

  FeedFacts() {
    this(new ArrayList<>());
  }

  Part part() {
    Part part = new Part(new EnumMap<>(Field.class));
    parts.add(part);
    return part;
  }

  /// What keeps `found` from being whole; `null` when nothing does.
  @Nullable String missing(FeedFacts found, UnaryOperator<String> form) {
    if (found.parts.size() != parts.size()) {
      return (found.parts.size() - 1) + " entries for " + (parts.size() - 1);
    }
    for (int i = 0; i < parts.size(); i++) {
      for (Field field : parts.get(i).fields.keySet()) {
        Set<String> is = found.parts.get(i).values(field, form);
        if (parts.get(i).values(field, form).stream().noneMatch(is::contains)) {
          return (i == 0 ? "feed " : "entry " + i + " ")
              + parts.get(i)
              + ", found "
              + found.parts.get(i);
        }
      }
    }
    return null;
  }

  record Part(Map<Field, Set<String>> fields) {
    Part add(Field field, @Nullable Object value) {
      String text = value == null ? "" : value.toString().strip().replaceAll("\\s+", " ");
      if (!text.isEmpty()) {
        fields.computeIfAbsent(field, _ -> new TreeSet<>()).add(text);
      }
      return this;
    }

    private Set<String> values(Field field, UnaryOperator<String> form) {
      Set<String> values = new TreeSet<>();
      fields.getOrDefault(field, Set.of()).forEach(value -> values.add(form.apply(value)));
      return values;
    }
  }
}
