package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.parley.processor.story.AnchorIndex.Anchor;

class AnchorIndexTest {
  private static final int KEYS = 300;
  private static final int KEPT = 500;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final AnchorIndex index = new AnchorIndex();

  /// What the index should hold: by number, an article and its keys.
  private final TreeMap<Long, Filed> filed = new TreeMap<>();

  private record Filed(Anchor anchor, int[] keys) {}

  /// Of any number of keys, none among them; every key is one that is filed and asked for.
  private int[] keys() {
    int size = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(90);
    return random.ints(size, 1, KEYS).map(key -> key * 16).distinct().toArray();
  }

  private static Body body(int[] keys) {
    return new Body(keys, keys, new int[] {keys.length}, 0);
  }

  private void add(long number) {
    String id = "article-" + number;
    String story = random.nextInt(3) == 0 ? "story-" + random.nextInt(20) : id;
    Anchor anchor = new Anchor(number, id, story, number, random.nextInt(5));
    int[] keys = keys();
    index.add(anchor, body(keys));
    filed.put(number, new Filed(anchor, keys));
  }

  private List<List<Object>> found(int key, long but) {
    List<List<Object>> found = new ArrayList<>();
    index.latest(
        key,
        but,
        (number, story, site) ->
            found.add(List.of(number, index.storyId(number).hashCode(), site))
                && story == index.storyId(number).hashCode());
    return found;
  }

  private List<List<Object>> expected(int key, long but) {
    return filed.descendingMap().values().stream()
        .filter(each -> each.anchor().number() != but)
        .filter(each -> Arrays.stream(each.keys()).anyMatch(own -> own == key))
        .limit(AnchorIndex.LATEST)
        .<List<Object>>map(each ->
            List.of(
                each.anchor().number(), each.anchor().storyId().hashCode(), each.anchor().site()))
        .toList();
  }

  @RepeatedTest(3)
  void tellsWhoseThePostingsAreWhileArticlesComeAndGo() {
    long number = random.nextInt(1000);
    for (int i = 0; i < 5_000; i++) {
      number += random.nextInt(20) == 0 ? 1 + random.nextInt(5) : 1;
      add(number);
      if (random.nextInt(20) == 0) {
        List<Long> numbers = List.copyOf(filed.keySet());
        long revised = numbers.get(random.nextInt(numbers.size()));
        index.remove(revised);
        filed.remove(revised);
      }
      while (filed.size() > KEPT || !filed.isEmpty() && random.nextInt(2000) == 0) {
        index.removeOldest();
        filed.pollFirstEntry();
      }
      int key = 16 * (1 + random.nextInt(KEYS - 1));
      assertThat(found(key, number)).as("seed %d, %d", seed, i).isEqualTo(expected(key, number));
    }
  }
}
