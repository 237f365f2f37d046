package org.parley.processor.story;

/// How much a word tells, given the stories of the lane: the rarer the more.
@FunctionalInterface
interface Rarity {
  /// @return the logarithm of how many stories there are to each that has the word; above 0
  double of(int word);
}
