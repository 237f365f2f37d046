package org.parley.ingest.feed.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// The children of an element by name, whatever case and prefix the feed writes: `pubdate` for one
/// in the feed's own vocabulary, `dc:date` for one in another (see [Names]). Empty ones do not
/// count.
final class Children {
  private final Map<String, List<Element>> byName = new HashMap<>();

  /// @param own whose elements have no prefix here
  Children(Element parent, Namespace own) {
    for (Element child : parent.getChildren()) {
      if (!isEmpty(child)) {
        byName.computeIfAbsent(name(child, own), _ -> new ArrayList<>(1)).add(child);
      }
    }
  }

  static String name(Element element, Namespace own) {
    Namespace namespace = Names.of(element);
    String name = element.getName().toLowerCase(Locale.ROOT);
    boolean isOwn =
        namespace.equals(own)
            || namespace.equals(Namespace.NO_NAMESPACE)
            || element.getNamespace().equals(own);
    return isOwn ? name : namespace.getPrefix() + ':' + name;
  }

  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /// All elements of the first of these names that the parent has any of.
  List<Element> anyOf(List<String> names) {
    return names.stream().map(this::all).filter(e -> !e.isEmpty()).findFirst().orElse(List.of());
  }

  @Nullable Element first(List<String> names) {
    List<Element> any = anyOf(names);
    return any.isEmpty() ? null : any.getFirst();
  }

  private static boolean isEmpty(Element element) {
    return element.getChildren().isEmpty()
        && element.getAttributes().isEmpty()
        && element.getTextTrim().isEmpty();
  }
}
