package org.parley.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import org.parley.ingest.corpus.Reading;

/// Counts towards a [PublishReport].
final class Tally {
  private int published;
  private int revised;
  private int unchanged;
  private final List<Reading.Refused> refused = new ArrayList<>();

  void article(int revision) {
    if (revision == 1) {
      published++;
    } else {
      revised++;
    }
  }

  void unchanged() {
    unchanged++;
  }

  void refused(Reading.Refused refusal) {
    refused.add(refusal);
  }

  int refusals() {
    return refused.size();
  }

  PublishReport report() {
    return new PublishReport(published, revised, unchanged, refused);
  }
}
