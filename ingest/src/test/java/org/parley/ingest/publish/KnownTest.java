package org.parley.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.Origin;
import org.parley.contract.SourceState;
import org.parley.contract.TextMap;
import org.parley.ingest.corpus.Draft;

class KnownTest {
  @Test
  void countsRevisionsOfAnArticleOverAllItsEntries() {
    Known known = new Known(List.of(state("a", 1, "h1"), state("b", 2, "h2")));
    assertThat(known.revision("id")).isEqualTo(2);
    assertThat(known.has(draft(), "h1")).isTrue();
    assertThat(known.has(draft(), "h3")).isFalse();
    assertThat(known.revision("other")).isZero();
  }

  @Test
  void keepsTheTextsOfAWholeRun() {
    Known known = new Known(List.of(state("a", 1, "h1")));
    known.put(state("a", 2, "h2"));
    // The row that gave h1 may only have moved: it is still to come.
    assertThat(known.has(draft(), "h1")).isTrue();
    assertThat(new Known(List.of(state("a", 2, "h2"))).has(draft(), "h1")).isFalse();
  }

  private static SourceState state(String entry, int revision, String textHash) {
    return new SourceState("c", "c", entry, "sha", "id", revision, textHash, Instant.EPOCH);
  }

  private static Draft draft() {
    Origin origin = new Origin(Origin.Kind.CORPUS, "c", "a", "sha", null);
    return new Draft(
        "id", origin, "s", null, null, null, null, null, null, "t", 0, false, TextMap.NONE);
  }
}
