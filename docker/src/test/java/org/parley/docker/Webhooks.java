package org.parley.docker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The webhooks that `parley receive` says it has verified.
///
/// @param ids in the order of their arrival, with repeats
record Webhooks(List<String> ids) {
  private static final Pattern VERIFIED = Pattern.compile("✓ verified\\S* webhook-id (\\S+)");

  Webhooks {
    ids = List.copyOf(ids);
  }

  static Webhooks in(String printed) {
    return new Webhooks(VERIFIED.matcher(printed).results().map(found -> found.group(1)).toList());
  }

  Set<String> distinct() {
    return new TreeSet<>(ids);
  }

  /// Those that came more than once.
  Set<String> repeated() {
    return ids.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
