package org.parley.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.processor.watch.Candidates.asking;
import static org.parley.processor.watch.Candidates.body;
import static org.parley.processor.watch.Candidates.mention;
import static org.parley.processor.watch.Candidates.of;
import static org.parley.processor.watch.Candidates.text;
import static org.parley.processor.watch.Candidates.with;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Json;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.yaml.snakeyaml.Yaml;

class WatchSetTest {
  private final WatchSet watches = new WatchSet();

  @AfterEach
  void close() {
    watches.close();
  }

  @Test
  void namesTheMentionsThatPassEveryPartOfTheFilter() {
    put("watchId: w, concept: peace-talks, stages: [ceasefire], parties: [ukraine], leastScore: 2");

    var article =
        with(
            mention(Stage.CEASEFIRE, "Ukraine", "Russia"),
            mention(Stage.CEASEFIRE, "Sudan"),
            mention(Stage.REFUSED, "Ukraine"),
            mention(Stage.CEASEFIRE, 1, false, "Ukraine"),
            mention(Stage.CEASEFIRE, "Russia", "Ukraine"));

    assertThat(watches.match(article))
        .extracting(WatchHit::mentions)
        .containsExactly(List.of(0, 4));
  }

  @Test
  void passesOnlyWhenOneMentionPassesAllParts() {
    put("watchId: w, concept: peace-talks, stages: [ceasefire], parties: [Ukraine]");

    var article = with(mention(Stage.CEASEFIRE, "Sudan"), mention(Stage.REFUSED, "Ukraine"));

    assertThat(watches.match(article)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "languages: [uk]               | example.org | uk    | true",
        "languages: [uk]               | example.org | en    | false",
        "languages: [pt]               | example.org | pt-BR | true",
        "languages: [pt-BR]            | example.org | pt    | false",
        "sources: [Example.ORG]        | example.org | en    | true",
        "sources: [example.org]        | other.org   | en    | false",
        "'languages: [en, uk], sources: [a.org, b.org]' | b.org | uk | true",
        "'languages: [en, uk], sources: [a.org, b.org]' | b.org | fr | false",
      })
  void comparesLanguageAndSource(String filter, String source, String language, boolean passes) {
    put("watchId: w, concept: peace-talks, " + filter);

    var hits = watches.match(of(source, language, mention(Stage.GENERAL)));

    assertThat(!hits.isEmpty()).isEqualTo(passes);
  }

  @Test
  void leavesBorderlineMentionsToBroadWatches() {
    put("watchId: broad, concept: peace-talks, breadth: broad");
    put("watchId: strict, concept: peace-talks, breadth: strict");

    var hits = watches.match(with(mention(Stage.GENERAL, 3, true), mention(Stage.GENERAL)));

    assertThat(hits)
        .containsExactly(
            hit("broad", version("watchId: broad, concept: peace-talks, breadth: broad"), 0, 1),
            hit("strict", version("watchId: strict, concept: peace-talks"), 1));
  }

  @Test
  void doesNotCountAGoBetweenAsAParty() {
    put("watchId: w, concept: peace-talks, parties: [Turkey]");

    assertThat(watches.match(with(mention(Stage.MEDIATED, "Ukraine")))).isEmpty();
  }

  @Test
  void asksATextQueryOfArticlesThatPassTheFilter() {
    put("watchId: w, concept: peace-talks, stages: [ceasefire], query: grain");

    assertThat(ids(body("Grain and truce.", mention(Stage.CEASEFIRE)))).containsExactly("w");
    assertThat(ids(body("Grain and truce.", mention(Stage.REFUSED)))).isEmpty();
    assertThat(ids(body("Only a truce.", mention(Stage.CEASEFIRE)))).isEmpty();
  }

  @Test
  void showsEveryArticleToAWatchWithoutConcept() {
    put("watchId: w, query: grain");

    assertThat(watches.match(body("Grain left port.")))
        .extracting(WatchHit::mentions)
        .containsExactly(List.of());
    assertThat(ids(body("Grain left port.", mention(Stage.REFUSED)))).containsExactly("w");
    assertThat(ids(body("Steel left port."))).isEmpty();
  }

  @Test
  void narrowsAWatchWithoutConceptByLanguageAndSource() {
    put("watchId: here, query: talks, sources: [example.org]");
    put("watchId: there, query: talks, sources: [other.org]");
    put("watchId: ukrainian, query: talks, languages: [uk]");

    assertThat(ids(body("Talks go on."))).containsExactly("here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peace AND talks                                              | true",
        "\"peace talks\"                                              | true",
        "\"talks peace\"                                              | false",
        "negotiat*                                                    | true",
        "title:truce                                                  | true",
        "title:negotiators                                            | false",
        "truce                                                        | true",
        "fn:maxwidth(8 fn:unordered(peace fn:or(talks negotiations))) | true",
        "fn:maxwidth(8 fn:unordered(truce negotiators))               | false",
        "fn:maxwidth(99 fn:unordered(halt negotiators))               | false",
        "fn:notWithin(talks 4 fn:or(trade wage))                      | true",
        "fn:notWithin(talks 4 fn:or(peace wage))                      | false",
        "ERDOGAN                                                      | true",
        "erdo??n                                                      | true",
        "TURKEY                                                       | true",
        "talks AND NOT trade                                          | true",
        "talks AND NOT peace                                          | false",
        "zelenski~1                                                   | true",
        "*:* -wage                                                    | true",
        "(peace trade wage)@2                                         | false",
      })
  void readsLucenesSyntaxSentenceBySentence(String query, boolean found) {
    watches.put(asking("w", query));

    var article =
        text(
            "Truce in sight",
            "Peace talks resume in Turkey's capital. Negotiators met Mr. Erdoğan at noon.\n"
                + "Zelensky called for a halt.");

    assertThat(!watches.match(article).isEmpty()).isEqualTo(found);
  }

  @Test
  void putsANewVersionInPlaceOfTheOld() {
    put("watchId: w, query: grain");
    assertThat(ids(body("Grain."))).containsExactly("w");

    put("watchId: w, query: steel");

    assertThat(ids(body("Grain."))).isEmpty();
    assertThat(watches.match(body("Steel.")))
        .containsExactly(hit("w", version("watchId: w, query: steel")));
    assertThat(watches.size()).isEqualTo(1);
  }

  @Test
  void keepsTheOldVersionWhenTheNewOneIsRefused() {
    put("watchId: w, query: grain");

    assertThatThrownBy(() -> watches.put(asking("w", "grain AND (")))
        .isInstanceOf(InvalidWatchException.class);

    assertThat(ids(body("Grain."))).containsExactly("w");
  }

  @Test
  void dropsTheTextQueryOfAWatchThatNoLongerHasOne() {
    put("watchId: w, concept: peace-talks, query: grain");
    assertThat(ids(body("Talks.", mention(Stage.GENERAL)))).isEmpty();

    put("watchId: w, concept: peace-talks");
    assertThat(ids(body("Talks.", mention(Stage.GENERAL)))).containsExactly("w");

    put("watchId: w, concept: peace-talks, query: steel");
    assertThat(ids(body("Talks.", mention(Stage.GENERAL)))).isEmpty();
  }

  @Test
  void forgetsARemovedWatch() {
    put("watchId: query, query: grain");
    put("watchId: tags, concept: peace-talks");
    watches.remove("query");
    watches.remove("tags");
    watches.remove("never-there");

    assertThat(watches.match(body("Grain.", mention(Stage.GENERAL)))).isEmpty();
    assertThat(watches.size()).isZero();
  }

  @Test
  void ordersHitsByWatchIdWhateverTheOrderOfArrival() {
    for (String id : List.of("m", "z", "a", "k")) {
      put("watchId: " + id + ", concept: peace-talks" + (id.equals("k") ? ", query: talks" : ""));
    }

    assertThat(ids(with(mention(Stage.GENERAL)))).containsExactly("a", "k", "m", "z");
  }

  @Test
  void refusesPartsThatOnlyMentionsHaveOnAWatchWithoutConcept() {
    assertThatThrownBy(() -> put("watchId: w, query: grain, stages: [ceasefire]"))
        .isInstanceOf(InvalidWatchException.class)
        .hasMessageContaining("watch 'w', stages: ")
        .hasMessageContaining("add 'concept: peace-talks' or leave stages out");
  }

  @Test
  void answersManyThreadsWhileWatchesChange() throws Exception {
    put("watchId: steady, query: grain");
    var article = body("Grain and steel.");
    try (var threads = Executors.newFixedThreadPool(3)) {
      Callable<List<List<String>>> ask =
          () -> IntStream.range(0, 300).mapToObj(_ -> ids(article)).toList();
      List<Future<List<List<String>>>> asked = List.of(threads.submit(ask), threads.submit(ask));
      for (int i = 0; i < 100; i++) {
        put("watchId: moving, query: " + (i % 2 == 0 ? "steel" : "copper"));
        if (i % 10 == 9) {
          watches.remove("moving");
        }
      }
      for (Future<List<List<String>>> answers : asked) {
        assertSteady(answers);
      }
    }
    assertThat(watches.failures()).isZero();
  }

  private static void assertSteady(Future<List<List<String>>> answers)
      throws InterruptedException, ExecutionException {
    assertThat(answers.get()).allMatch(ids -> ids.contains("steady"));
  }

  @Test
  void namesEveryMentionOfAFullArticle() {
    put("watchId: w, concept: peace-talks");
    var mentions = IntStream.range(0, 200).mapToObj(_ -> mention(Stage.GENERAL)).toList();
    var article = body("Talks.", mentions.toArray(Mention[]::new));

    assertThat(watches.match(article).getFirst().mentions())
        .isEqualTo(IntStream.range(0, 200).boxed().toList());
  }

  private List<String> ids(WatchSet.Candidate candidate) {
    return watches.match(candidate).stream().map(WatchHit::watchId).toList();
  }

  private void put(String fields) {
    watches.put(parsed(fields));
  }

  private static Watch parsed(String fields) {
    return Json.read(toJson(fields), Watch.class);
  }

  private static String toJson(String fields) {
    Object tree = new Yaml().load("{" + fields + "}");
    return Json.write(tree);
  }

  private static String version(String fields) {
    return parsed(fields).version();
  }

  private static WatchHit hit(String id, String version, Integer... mentions) {
    return new WatchHit(id, version, List.of(mentions));
  }
}
