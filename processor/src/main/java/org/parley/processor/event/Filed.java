package org.parley.processor.event;

import java.util.List;

/// How a story is filed, so that later ones of its event find it. It depends on the stories that
/// there were when it opened, so its record keeps it.
///
/// @param telling where in its text the words stand under which it is, ascending
/// @param length of its text as a vector of what its words told then, as a part of the most that
///   one could tell, which grows with the stories that there are
public record Filed(List<Integer> telling, float length) {
  /// A text without words, which nothing finds.
  static final Filed NOTHING = new Filed(List.of(), 0);

  public Filed {
    telling = List.copyOf(telling);
  }
}
