package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.Notice;
import org.parley.processor.watch.GivenUp;
import org.parley.testkit.Sample;

class CostlyWatchesTest {
  @Test
  void countsEachTimeAndGivesNoticeOfTheFirst() {
    List<Notice> notices = new ArrayList<>();
    var tally = new Tally();
    var costly = new CostlyWatches(notices::add, tally);
    var article = Sample.article().ref();

    costly.accept(new GivenUp("w", "v1", article, "it takes too many steps", true));
    costly.accept(new GivenUp("w", "v1", article, "it takes too many steps", false));
    costly.accept(new GivenUp("w", "v2", article, "it takes too many steps", true));

    assertThat(tally.counts().queriesGivenUp()).isEqualTo(3);
    assertThat(notices).hasSize(2);
    assertThat(notices.getFirst().kind()).isEqualTo(Notice.Kind.WATCH_TOO_COSTLY);
    assertThat(notices.getFirst().message())
        .contains("'w'", article.articleId(), "too many steps", "simplify");
    assertThat(notices).extracting(Notice::noticeId).doesNotHaveDuplicates();
    assertThat(notices.getFirst().at()).isEqualTo(article.fetchedAt());
  }
}
