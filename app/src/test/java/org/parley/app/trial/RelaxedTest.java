package org.parley.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.testkit.Sample;

class RelaxedTest {
  @Test
  void leavesOutEachPartThatTheWatchHas() {
    Watch watch = Sample.watch().stages(Stage.REFUSED).languages("en").query("grain").build();
    List<Relaxed> all = Relaxed.of(watch);
    assertThat(all).extracting(Relaxed::part).containsExactly("", "stages", "languages", "query");
    assertThat(all).extracting(r -> r.watch().watchId()).doesNotHaveDuplicates();
    assertThat(all.get(0).watch().stages()).containsExactly(Stage.REFUSED);
    assertThat(all.get(1).watch().stages()).isEmpty();
    assertThat(all.get(1).watch().languages()).containsExactly("en");
    assertThat(all.get(3).watch().query()).isNull();
  }

  @Test
  void aWatchOfTextAloneKeepsItsQuery() {
    Watch watch = Sample.watch().concept(null).query("grain").build();
    assertThat(Relaxed.of(watch)).extracting(Relaxed::part).containsExactly("");
  }
}
