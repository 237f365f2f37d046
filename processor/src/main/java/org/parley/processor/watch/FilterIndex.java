package org.parley.processor.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the watches whose filter an article passes, without trying every filter: each filter is
/// filed under what it asks most narrowly (a party, else a source, else a language, else a stage),
/// and an article looks only under what it has. Not thread-safe.
final class FilterIndex {
  private enum Part {
    PARTY,
    SOURCE,
    LANGUAGE,
    STAGE,
    ANY
  }

  private record Place(@Nullable String concept, Part part, String value) {}

  /// The watches of one filter. Compared by identity, which is much cheaper than by filter.
  private static final class Group {
    private final Filter filter;
    private final Set<InForce> watches = new HashSet<>();

    Group(Filter filter) {
      this.filter = filter;
    }
  }

  private final Map<Filter, Group> groups = new HashMap<>();
  private final Map<Place, Set<Group>> filed = new HashMap<>();

  void add(InForce watch) {
    Filter filter = watch.filter();
    Group group = groups.get(filter);
    if (group == null) {
      group = new Group(filter);
      groups.put(filter, group);
      for (Place place : places(filter)) {
        filed.computeIfAbsent(place, _ -> new HashSet<>()).add(group);
      }
    }
    group.watches.add(watch);
  }

  void remove(InForce watch) {
    Filter filter = watch.filter();
    Group group = groups.get(filter);
    if (group == null || !group.watches.remove(watch) || !group.watches.isEmpty()) {
      return;
    }
    groups.remove(filter);
    for (Place place : places(filter)) {
      Set<Group> there = filed.get(place);
      if (there != null && there.remove(group) && there.isEmpty()) {
        filed.remove(place);
      }
    }
  }

  /// Hands on every watch whose filter `article` passes, with the mentions that pass it.
  void forEachPassing(TaggedArticle article, BiConsumer<InForce, List<Integer>> found) {
    var tried = new HashSet<Group>();
    for (Place place : places(article)) {
      for (Group group : filed.getOrDefault(place, Set.of())) {
        List<Integer> mentions = tried.add(group) ? group.filter.passing(article) : null;
        if (mentions != null) {
          group.watches.forEach(watch -> found.accept(watch, mentions));
        }
      }
    }
  }

  private static List<Place> places(Filter filter) {
    Part part;
    Stream<String> values;
    if (!filter.parties().isEmpty()) {
      part = Part.PARTY;
      values = filter.parties().stream();
    } else if (!filter.sources().isEmpty()) {
      part = Part.SOURCE;
      values = filter.sources().stream();
    } else if (!filter.languages().isEmpty()) {
      part = Part.LANGUAGE;
      values = filter.languages().stream();
    } else if (!filter.stages().isEmpty()) {
      part = Part.STAGE;
      values = filter.stages().stream().map(Enum::name);
    } else {
      part = Part.ANY;
      values = Stream.of("");
    }
    return values.map(value -> new Place(filter.concept(), part, value)).toList();
  }

  private static Set<Place> places(TaggedArticle article) {
    var places = new LinkedHashSet<Place>();
    var concepts = new ArrayList<@Nullable String>(article.mentions().keySet());
    concepts.add(null);
    for (String concept : concepts) {
      places.add(new Place(concept, Part.ANY, ""));
      places.add(new Place(concept, Part.SOURCE, article.source()));
      article.languages().forEach(tag -> places.add(new Place(concept, Part.LANGUAGE, tag)));
    }
    article
        .mentions()
        .forEach((concept, tags) -> {
          tags.stages().forEach(s -> places.add(new Place(concept, Part.STAGE, s.name())));
          tags.parties().forEach(p -> places.add(new Place(concept, Part.PARTY, p)));
        });
    return places;
  }
}
