package org.parley.processor.event;

/// Natural logarithms of whole and half numbers: the same on every machine, and looked up. Those of
/// large numbers are too small by up to 0.00003.
final class Logarithms {
  private static final int BITS = 16;
  private static final double[] OF_HALVES = new double[1 << BITS];
  private static final double OF_TWO = StrictMath.log(2);

  static {
    for (int i = 1; i < OF_HALVES.length; i++) {
      OF_HALVES[i] = StrictMath.log(i / 2.0);
    }
  }

  private Logarithms() {}

  /// Of `halves / 2`.
  ///
  /// @param halves at least 1
  static double ofHalves(long halves) {
    int beyond = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(halves) - BITS);
    return OF_HALVES[(int) (halves >>> beyond)] + beyond * OF_TWO;
  }
}
