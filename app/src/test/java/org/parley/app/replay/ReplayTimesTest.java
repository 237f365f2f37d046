package org.parley.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTimesTest {
  private record Item(String name, @Nullable String fetched, @Nullable String published) {}

  private static List<String> order(Item... items) {
    return ReplayTimes.order(
            List.of(items), item -> instant(item.fetched()), item -> instant(item.published()))
        .stream()
        .map(timed -> timed.item().name() + " " + timed.at())
        .toList();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  @Test
  void prefersTheRecordedMomentToTheStatedDate() {
    assertThat(order(new Item("a", "2022-03-01T10:00:00Z", "2022-02-28T00:00:00Z")))
        .containsExactly("a 2022-03-01T10:00:00Z");
  }

  @Test
  void putsUndatedArticlesFirstASecondApart() {
    assertThat(
            order(
                new Item("a", null, "2022-02-28T00:00:00Z"),
                new Item("b", null, null),
                new Item("c", null, null)))
        .containsExactly(
            "b 2000-01-01T00:00:01Z", "c 2000-01-01T00:00:02Z", "a 2022-02-28T00:00:00Z");
  }

  @Test
  void takesAnAbsurdDateForNone() {
    assertThat(order(new Item("a", null, "+31231-01-01T00:00:00Z")))
        .containsExactly("a 2000-01-01T00:00:00Z");
  }

  @Test
  void keepsTheOrderOfTheCorpusWithinAMoment() {
    assertThat(
            order(
                new Item("b", null, "2022-02-28T00:00:00Z"),
                new Item("a", "2022-02-28T00:00:00Z", null)))
        .containsExactly("b 2022-02-28T00:00:00Z", "a 2022-02-28T00:00:00Z");
  }
}
