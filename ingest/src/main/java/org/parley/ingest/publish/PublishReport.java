package org.parley.ingest.publish;

import java.util.List;
import org.parley.ingest.corpus.Reading;

/// What came of publishing a corpus.
///
/// @param published articles that were new
/// @param revised articles whose text had changed
/// @param unchanged files, or rows, that gave nothing new
/// @param refused files and rows that are no articles, with the reasons, in the order of reading
public record PublishReport(
    int published, int revised, int unchanged, List<Reading.Refused> refused) {
  public static final PublishReport NOTHING = new PublishReport(0, 0, 0, List.of());

  public PublishReport {
    refused = List.copyOf(refused);
  }
}
