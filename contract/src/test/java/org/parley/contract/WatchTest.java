package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A",
        "a b",
        "a.b",
        "a_b",
        "é",
        "a/b",
        "a\n",
        "..",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjk"
      })
  void refusesAnIdThatIsNoPartOfATopicsName(String id) {
    assertThatThrownBy(() -> watch("{\"watchId\": " + Json.write(id) + ", \"query\": \"a\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("watchId");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'watchId':'w'}",
        "{'watchId':'w','concept':' ','query':''}",
        "{'watchId':'w','stages':['ceasefire']}",
      })
  void refusesToAskForNothing(String json) {
    assertThatThrownBy(() -> watch(json.replace('\'', '"')))
        .hasMessageContaining("watch 'w' asks for nothing: give it a concept or a query");
  }

  @Test
  void takesLanguagesAndSourcesInAnyCase() {
    Watch watch =
        watch("{'watchId':'w','query':' a ','languages':['EN','pt-BR'],'sources':['BBC.co.uk']}");

    assertThat(watch.languages()).containsExactly("en", "pt-br");
    assertThat(watch.sources()).containsExactly("bbc.co.uk");
    assertThat(watch.query()).isEqualTo("a");
    assertThat(watch.displayName()).isEqualTo("w");
  }

  @Test
  void hasTheSameVersionEverywhereAndForever() {
    assertThat(Samples.watch().version()).isEqualTo("278c4a127d41");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'watchId':'v','concept':'peace-talks','query':'a','parties':['x','y']}",
        "{'watchId':'w','query':'a','parties':['x','y']}",
        "{'watchId':'w','concept':'peace-talks','query':'b','parties':['x','y']}",
        "{'watchId':'w','concept':'peace-talks','parties':['x','y']}",
        "{'watchId':'w','concept':'peace-talks','query':'a','parties':['x, y']}",
        "{'watchId':'w','concept':'peace-talks','query':'a','languages':['x','y']}",
        "{'watchId':'w','concept':'peace-talks','query':'a','parties':['x','y'],'leastScore':2}",
        "{'watchId':'w','concept':'peace-talks','query':'a','parties':['x','y'],'breadth':'broad'}",
        "{'watchId':'w','concept':'peace-talks','query':'a','parties':['x','y'],'stages':['general']}",
      })
  void hasAnotherVersionWhenItAsksForSomethingElse(String json) {
    Watch watch = watch("{'watchId':'w','concept':'peace-talks','query':'a','parties':['x','y']}");

    assertThat(watch(json).version()).isNotEqualTo(watch.version());
  }

  @Test
  void keepsItsVersionWhenOnlyItsNameChanges() {
    assertThat(watch("{'watchId':'w','query':'a','name':'One'}").version())
        .isEqualTo(watch("{'watchId':'w','query':'a','name':'Two'}").version());
  }

  @Test
  void keepsTheVersionThatItHadBeforeItCouldAskForEvents() {
    Watch story = watch("{\"watchId\": \"w\", \"concept\": \"peace-talks\"}");
    Watch event = watch("{\"watchId\": \"w\", \"concept\": \"peace-talks\", \"once\": \"event\"}");

    assertThat(story.once()).isEqualTo(Watch.Once.STORY);
    assertThat(story.version()).isEqualTo("d43c9cdb2f93");
    assertThat(event.version()).isNotEqualTo(story.version());
  }

  @Test
  void cannotBeChangedFromOutside() {
    var stages = new ArrayList<>(List.of(Stage.CEASEFIRE));
    var watch =
        new Watch(
            "w",
            null,
            "peace-talks",
            stages,
            List.of(),
            List.of(),
            List.of(),
            1,
            Watch.Breadth.STRICT,
            null);

    stages.clear();

    assertThat(watch.stages()).containsExactly(Stage.CEASEFIRE);
  }

  private static Watch watch(String json) {
    return Json.read(json.contains("\"") ? json : json.replace('\'', '"'), Watch.class);
  }
}
