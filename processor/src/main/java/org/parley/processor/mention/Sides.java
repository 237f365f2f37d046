package org.parley.processor.mention;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The parties of a text that fight each other, by usual English name.
///
/// @param fighting those that have an opponent in the same text
/// @param lexicon that names them
record Sides(Set<String> fighting, Lexicon lexicon) {
  static Sides of(List<Passage> passages, Lexicon lexicon) {
    Set<String> named = new HashSet<>();
    for (Passage passage : passages) {
      for (NameHit hit : passage.names()) {
        if (hit.name().party() != null) {
          named.add(hit.name().party());
        }
      }
    }
    Set<String> fighting = new HashSet<>();
    for (String one : named) {
      if (named.stream().anyMatch(other -> lexicon.areOpponents(one, other))) {
        fighting.add(one);
      }
    }
    return new Sides(fighting, lexicon);
  }

  boolean fights(String party) {
    return fighting.contains(party);
  }
}
