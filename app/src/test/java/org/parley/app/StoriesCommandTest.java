package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Member.Relation;
import org.parley.contract.Span;
import org.parley.contract.Story;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class StoriesCommandTest {
  private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");

  private final Article opener = article("a.example", 0);
  private final Article copy = article("b.example", 5);
  private final Article update = article("c.example", 60);
  private TestWorld kafka;

  @BeforeEach
  void topics(TestWorld kafka) {
    this.kafka = kafka;
    kafka.createTopics();
  }

  private static Article article(String source, int minutes) {
    return Sample.article()
        .url("https://" + source + "/truce")
        .source(source)
        .title("Talks of " + source)
        .fetchedAt(MORNING.plusSeconds(60L * minutes))
        .build();
  }

  private CommandLineRun stories(String... arguments) {
    List<String> all = new ArrayList<>(List.of("stories"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    all.addAll(List.of("--prefix", kafka.world().prefix()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private void story(Story story) {
    kafka.write(kafka.world().stories(), story.storyId(), story, story.lastSeen());
  }

  private void member(
      int number, Article article, Relation relation, String told, List<String> heldBack) {
    String storyId = opener.articleId();
    List<Member.Told> tellings =
        told.isEmpty()
            ? List.of()
            : List.of(
                new Member.Told(
                    "peace-talks",
                    Ids.alert("peace-talks", storyId),
                    number == 1 ? 1 : 2,
                    List.of(told)));
    List<Match.Sentence> added =
        relation == Relation.UPDATE
            ? List.of(new Match.Sentence(new Span(0, 20), "A second round was set."))
            : List.of();
    var member =
        new Member(
            storyId,
            number,
            storyId,
            "en",
            article.ref(),
            relation,
            relation == Relation.OPENER ? article.articleId() : storyId,
            .913,
            added,
            added.size(),
            tellings,
            heldBack);
    kafka.write(kafka.world().members(), storyId, member, article.fetchedAt());
  }

  private void writeStory() {
    story(Sample.story().openedBy(opener).build());
    story(Sample.story().openedBy(opener).copy(copy).copy(update).build());
    member(1, opener, Relation.OPENER, "first sight", List.of());
    member(2, copy, Relation.COPY, "", List.of("grain", "peace-talks"));
    member(3, update, Relation.UPDATE, "new stage: scheduled", List.of("grain"));
  }

  @Test
  void showsWhatEachArticleAddedAndWhatWasTold() {
    writeStory();

    CommandLineRun run = stories("show", opener.articleId());

    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(String.join("\n", run.out()))
        .contains(
            "Talks of a.example",
            opener.articleId() + " (this story's own)",
            "opener  a.example https://a.example/truce",
            "seen    first 2026-03-01T06:00:00Z, last 2026-03-01T07:00:00Z",
            "sources 3: a.example, b.example, c.example",
            "1 2026-03-01T06:00:00Z a.example opener",
            "2 2026-03-01T06:05:00Z b.example copy of 1 by 0.913",
            "3 2026-03-01T07:00:00Z c.example update of 1 by 0.913",
            "+ “A second round was set.”",
            "watch grain: 0 alerts, 2 articles held back",
            "held back: members 2–3",
            "watch peace-talks: 2 alerts, 1 article held back",
            "NEW    1 by member 1, a.example at 2026-03-01T06:00:00Z: first sight",
            "UPDATE 2 by member 3, c.example at 2026-03-01T07:00:00Z: new stage: scheduled",
            "held back: members 2");
  }

  @Test
  void findsAStoryByTheBeginningOfItsIdAndByItsArticles() {
    writeStory();
    List<String> whole = stories("show", opener.articleId()).out();

    assertThat(stories("show", opener.articleId().substring(0, 8)).out()).isEqualTo(whole);
    assertThat(stories("show", copy.articleId()).out()).isEqualTo(whole);
    assertThat(stories("show", "https://b.example/truce?utm_source=x").out()).isEqualTo(whole);
  }

  @Test
  void printsOneObjectAsJson() throws JsonProcessingException {
    writeStory();

    CommandLineRun run = stories("show", opener.articleId(), "--json");

    assertThat(run.out()).hasSize(1);
    JsonNode whole = Json.MAPPER.readTree(run.out().getFirst());
    assertThat(whole.at("/story/memberCount").asInt()).isEqualTo(3);
    assertThat(whole.at("/members/1/relation").asText()).isEqualTo("copy");
    assertThat(whole.at("/watches/1/watchId").asText()).isEqualTo("peace-talks");
    assertThat(whole.at("/watches/1/told/1/reasons/0").asText()).isEqualTo("new stage: scheduled");
    assertThat(whole.at("/watches/1/heldBack/0").asInt()).isEqualTo(2);
  }

  @Test
  void saysInOneLineThatThereIsNoSuchStory() {
    writeStory();

    for (String id : List.of("abcdef01", "no id at all", "https://d.example/other")) {
      CommandLineRun run = stories("show", id);
      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
      assertThat(run.said()).singleElement().asString().contains(id, "parley stories list");
    }
  }

  @Test
  void listsTheLatestFirst() throws JsonProcessingException {
    writeStory();
    story(Sample.story().openedBy(article("d.example", 30)).build());
    story(Sample.story().openedBy(article("e.example", 90)).build());

    assertThat(stories("list").out())
        .satisfiesExactly(
            line -> assertThat(line).contains("Talks of e.example"),
            line -> assertThat(line).contains("3 articles of 3 sources", "Talks of a.example"),
            line -> assertThat(line).contains("Talks of d.example"));
    assertThat(stories("list", "--limit", "1").out()).hasSize(1);
    assertThat(stories("list", "--limit", "0").exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(stories("list", "--event", opener.articleId()).out()).hasSize(1);
    assertThat(stories("list", "--event", "abcdef").said()).contains("no stories of that event");
    JsonNode first = Json.MAPPER.readTree(stories("list", "--json").out().getFirst());
    assertThat(first.path("memberCount").asInt()).isEqualTo(1);
  }
}
