package org.parley.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;

/// How a feed that this instance polls fares at this moment.
///
/// @param state none before its first poll
/// @param dueAt when it is polled next; none while it is, and when it is not polled any more
public record FeedHealth(Feed feed, @Nullable FeedState state, @Nullable Instant dueAt) {}
