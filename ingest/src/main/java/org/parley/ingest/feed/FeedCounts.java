package org.parley.ingest.feed;

/// What an instance that polls feeds has done since it started.
///
/// @param feeds that it polls now
/// @param partitions of sources that it has
/// @param polls made
/// @param unchanged among them: nothing new in the answer
/// @param failed among them: no feed in the answer, or no answer
/// @param articles published, revisions included
/// @param revisions among them
/// @param networkOut whether most feeds cannot be reached, so that none is blamed
public record FeedCounts(
    int feeds,
    int partitions,
    long polls,
    long unchanged,
    long failed,
    long articles,
    long revisions,
    boolean networkOut) {}
