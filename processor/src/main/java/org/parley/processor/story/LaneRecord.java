package org.parley.processor.story;

import org.jspecify.annotations.Nullable;
import org.parley.contract.Fingerprint;

/// What the lane keeps of an article: the one logged record that its index is rebuilt from.
///
/// @param storyId which story it belongs to
/// @param number its place in the lane's order, grows by one with each article
/// @param at the lane's time when it came, in milliseconds of the epoch
/// @param fingerprint while new articles are compared with it; none afterwards
public record LaneRecord(String storyId, int number, long at, @Nullable Fingerprint fingerprint) {
  LaneRecord withoutFingerprint() {
    return new LaneRecord(storyId, number, at, null);
  }
}
