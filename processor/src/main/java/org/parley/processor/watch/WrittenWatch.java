package org.parley.processor.watch;

import java.util.List;
import org.parley.contract.Watch;

/// A watch as a person wrote it.
///
/// @param watch what is put in force
/// @param expectations its unit tests, in the order of the file
/// @param warnings what is probably not meant, one line each with file, line and column
public record WrittenWatch(Watch watch, List<Expectation> expectations, List<String> warnings) {
  public WrittenWatch {
    expectations = List.copyOf(expectations);
    warnings = List.copyOf(warnings);
  }
}
