package org.parley.processor.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// For each key the numbers filed under it, in ascending order: a hash table with open addressing,
/// because boxed integers would take ten times the memory.
final class Postings {
  private static final int[] NONE = {};
  private static final int SMALLEST = 16;

  private int[] keys = new int[SMALLEST];
  private int[] @Nullable [] lists = new int[SMALLEST][];
  private int used;

  /// Files `number`, greater than all those filed before, under `key`.
  void add(int key, int number) {
    if (used * 2 >= keys.length) {
      rehash();
    }
    int slot = slot(key);
    int[] list = lists[slot];
    if (list == null) {
      keys[slot] = key;
      lists[slot] = new int[] {1, number};
      used++;
      return;
    }
    int size = list[0] + 1;
    if (size == list.length) {
      list = Arrays.copyOf(list, size + Math.max(1, size / 2));
      lists[slot] = list;
    }
    list[size] = number;
    list[0] = size;
  }

  void remove(int key, int number) {
    int[] list = lists[slot(key)];
    if (list == null) {
      return;
    }
    int size = list[0];
    int at = Arrays.binarySearch(list, 1, size + 1, number);
    if (at > 0) {
      System.arraycopy(list, at + 1, list, at, size - at);
      list[0] = size - 1;
    }
  }

  /// The latest `limit` numbers filed under `key`, ascending.
  int[] latest(int key, int limit) {
    int[] list = lists[slot(key)];
    if (list == null) {
      return NONE;
    }
    int size = list[0];
    return Arrays.copyOfRange(list, Math.max(0, size - limit) + 1, size + 1);
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (lists[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /// Makes room, and leaves out the keys under which nothing is filed any more.
  private void rehash() {
    int[] oldKeys = keys;
    int[] @Nullable [] oldLists = lists;
    int living = (int) Arrays.stream(oldLists).filter(Postings::holds).count();
    int size = Integer.highestOneBit(Math.max(SMALLEST, living * 4));
    keys = new int[size];
    lists = new int[size][];
    used = 0;
    for (int i = 0; i < oldLists.length; i++) {
      if (holds(oldLists[i])) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        lists[slot] = oldLists[i];
        used++;
      }
    }
  }

  private static boolean holds(int @Nullable [] list) {
    return list != null && list[0] > 0;
  }
}
