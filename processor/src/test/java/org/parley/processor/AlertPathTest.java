package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Alert;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Member.Relation;
import org.parley.testkit.ArticleBuilder;
import org.parley.testkit.Sample;

/// What a reader is told of one report on its way through the sites, with the mentions as they are
/// found in earnest.
class AlertPathTest {
  private static final ArticleAnalysis ANALYSIS = TaggedAnalysis.load();

  private static final String REPORT =
      """
      Delegations of Ukraine and Russia sat down for peace talks in Istanbul on Tuesday, with Turkey
      as the host and mediator between the two sides. The foreign minister of Turkey opened the
      meeting in the Dolmabahce palace and asked both to show courage.

      The delegations arrived on Monday evening under heavy guard and stayed in separate hotels on
      the Bosphorus. Police closed the embankment and a line of ferries from early morning, and
      shopkeepers complained of lost business.

      Diplomats said that the agenda had four points, among them the exchange of the wounded and the
      return of children. A protocol officer carried folders of maps into the hall before noon, and
      the lights in the east wing burned until midnight.
      """
          .strip();

  private static final String ROUND =
      "A second round of peace talks between Ukraine and Russia will be held in Istanbul next week,"
          + " the Turkish foreign ministry announced late in the evening after the guests had left.";

  private static final String DENIAL =
      "Lavrov denied that Moscow was holding peace talks with Kyiv about territory, and accused"
          + " newspapers of inventing a story about which the delegations themselves had laughed.";

  @TempDir Path stateDir;
  private TopologyRun run;

  @BeforeEach
  void startWithOneWatch() {
    run = new TopologyRun(stateDir, ANALYSIS);
    run.put(Sample.watch().build());
  }

  @AfterEach
  void stop() {
    run.close();
  }

  private static ArticleBuilder article(String source, String body) {
    return Sample.article()
        .url("https://" + source + "/a")
        .source(source)
        .title("Istanbul hosts delegations, says " + source)
        .body(body);
  }

  private List<String> told(ArticleBuilder article) {
    run.publish(article.build());
    return run.alerts().stream().map(Alert::reasons).flatMap(List::stream).toList();
  }

  @Test
  void tellsOfAnUpdateOnceAndNotOfItsCopies() {
    assertThat(told(article("a.example", REPORT))).containsExactly("first sight");
    assertThat(told(article("b.example", REPORT))).isEmpty();

    List<String> update = told(article("b2.example", REPORT + "\n\n" + ROUND));
    assertThat(update)
        .contains("3 sources")
        .anyMatch(reason -> reason.startsWith("new mention: A second round of peace talks"));
    assertThat(told(article("c.example", REPORT + "\n\n" + ROUND))).isEmpty();
    assertThat(told(article("d.example", REPORT))).isEmpty();

    List<Member> members = run.members();
    assertThat(members)
        .extracting(Member::relation)
        .startsWith(Relation.OPENER, Relation.COPY, Relation.UPDATE);
    assertThat(members.get(2).added()).extracting(Match.Sentence::text).containsExactly(ROUND);
    assertThat(members)
        .extracting(member -> member.heldBack().size())
        .containsExactly(0, 1, 0, 1, 1);
  }

  @Test
  void tellsOfADenialInALaterTextOfTheArticle() {
    assertThat(told(article("a.example", REPORT))).containsExactly("first sight");

    assertThat(told(article("a.example", REPORT + "\n\n" + DENIAL).revision(2)))
        .contains("denied by Sergei Lavrov")
        .anyMatch(reason -> reason.startsWith("new mention: Lavrov denied that"));
    assertThat(told(article("b.example", REPORT + "\n\n" + DENIAL))).isEmpty();
  }

  @Test
  void tellsTheWholeOfAReportOnceThatItsCutCameBefore() {
    String whole = REPORT + "\n\n" + ROUND + "\n\n" + DENIAL;
    assertThat(told(article("a.example", REPORT))).containsExactly("first sight");

    assertThat(told(article("b.example", whole))).contains("denied by Sergei Lavrov");
    assertThat(told(article("c.example", whole))).containsExactly("3 sources");
    assertThat(told(article("d.example", whole + "\n\nFollow us on all channels."))).isEmpty();
  }
}
