package org.parley.processor.event;

import java.util.Arrays;

/// The places with the greatest values, the greatest first; of equal ones those added first.
final class Best {
  private final int[] places;
  private final double[] values;
  private int size;

  /// @param most how many are kept
  Best(int most) {
    places = new int[most];
    values = new double[most];
  }

  void add(int place, double value) {
    if (size == places.length && value <= values[size - 1]) {
      return;
    }
    int at = size < places.length ? size++ : size - 1;
    while (at > 0 && values[at - 1] < value) {
      places[at] = places[at - 1];
      values[at] = values[at - 1];
      at--;
    }
    places[at] = place;
    values[at] = value;
  }

  int[] places() {
    return Arrays.copyOf(places, size);
  }
}
