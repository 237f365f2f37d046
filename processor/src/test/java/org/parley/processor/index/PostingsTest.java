package org.parley.processor.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PostingsTest {
  private static List<Long> latest(Postings postings, int key, int most) {
    List<Long> places = new ArrayList<>();
    postings.latest(
        key,
        place -> {
          places.add(place);
          return places.size() < most;
        });
    return places;
  }

  /// Keys in a list, looked through from its end.
  private static List<Long> latest(List<Integer> keys, int from, int key, int most) {
    List<Long> places = new ArrayList<>();
    for (int i = keys.size() - 1; i >= from && places.size() < most; i--) {
      if (keys.get(i) == key) {
        places.add((long) i);
      }
    }
    return places;
  }

  @RepeatedTest(3)
  void showsTheLatestOfAKeyWhileTheOldestAreForgotten() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Postings postings = new Postings();
    List<Integer> keys = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < 60_000; i++) {
      int key = random.nextInt(10) < 2 ? random.nextInt(3) : random.nextInt(20_000) * 8;
      postings.add(key);
      keys.add(key);
      if (random.nextInt(5000) == 0) {
        from += random.nextInt(keys.size() - from);
        postings.forget(from);
      }
      if (i % 500 == 0) {
        int asked = random.nextInt(2) == 0 ? random.nextInt(3) : key;
        assertThat(latest(postings, asked, 20))
            .as("seed %d", seed)
            .isEqualTo(latest(keys, from, asked, 20));
      }
    }
    assertThat(postings.end()).isEqualTo(keys.size());
  }

  @Test
  void filesManyKeysAsIfOneByOne() {
    Random random = new Random(7);
    Postings together = new Postings();
    Postings single = new Postings();
    for (int i = 0; i < 500; i++) {
      int[] keys = random.ints(random.nextInt(100), 0, 3000).toArray();
      together.addAll(keys);
      for (int key : keys) {
        single.add(key);
      }
      if (i == 400) {
        together.forget(9_000);
        single.forget(9_000);
      }
      together.fetch(keys);
    }

    assertThat(together.end()).isEqualTo(single.end());
    for (int key = 0; key < 3000; key++) {
      assertThat(latest(together, key, 20)).isEqualTo(latest(single, key, 20));
    }
  }

  @Test
  void findsNothingWhenAllIsForgotten() {
    Postings postings = new Postings();
    for (int i = 0; i < 5000; i++) {
      postings.add(i % 7);
    }
    postings.forget(postings.end());

    assertThat(latest(postings, 3, 10)).isEmpty();
    postings.add(3);
    assertThat(latest(postings, 3, 10)).containsExactly(5000L);
  }
}
