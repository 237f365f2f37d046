package org.parley.processor.event;

/// Natural logarithms of whole and half numbers: the same on every machine, and looked up.
final class Logarithms {
  private static final double[] OF_HALVES = new double[1 << 16];

  static {
    for (int i = 1; i < OF_HALVES.length; i++) {
      OF_HALVES[i] = StrictMath.log(i / 2.0);
    }
  }

  private Logarithms() {}

  /// Of `halves / 2`.
  static double ofHalves(long halves) {
    return halves < OF_HALVES.length ? OF_HALVES[(int) halves] : StrictMath.log(halves / 2.0);
  }
}
