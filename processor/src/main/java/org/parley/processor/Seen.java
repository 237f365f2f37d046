package org.parley.processor;

import org.jspecify.annotations.Nullable;

/// What step 1 keeps of an article, to know a redelivery from a new revision.
///
/// @param revision last seen
/// @param textHash of its text
/// @param lane in which it was first placed: later revisions go there too, whatever language they
///   seem to be in; none while it was in no lane
/// @param at the record's time, in milliseconds of the epoch
record Seen(int revision, String textHash, @Nullable String lane, long at) {
  /// Whether an article brings nothing new: the same text again, or one that a later revision has
  /// overtaken.
  boolean covers(int otherRevision, String otherHash) {
    return textHash.equals(otherHash) || otherRevision < revision;
  }
}
