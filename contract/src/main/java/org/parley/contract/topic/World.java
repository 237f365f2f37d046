package org.parley.contract.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.Attempt;
import org.parley.contract.DeadLetter;
import org.parley.contract.Endpoint;
import org.parley.contract.Feed;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;
import org.parley.contract.Story;
import org.parley.contract.Watch;

/// All topics of one Parley: those that begin with its prefix. Another prefix is another, isolated
/// world with topics, applications and state of its own.
///
/// A live world partitions its topics and forgets after a while; a replay has one partition for
/// each topic, because only then is its output the same at every run, and forgets nothing, because
/// its records bear the dates of the corpus.
public final class World {
  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9._-]{0,80}");
  private static final String MAX_MESSAGE = Integer.toString(8 * 1024 * 1024);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration SEASON = Duration.ofDays(90);

  private final String prefix;
  private final boolean replay;
  private final Topic<Article> articles;
  private final Topic<SourceState> sources;
  private final Topic<Feed> feeds;
  private final Topic<Watch> watches;
  private final Topic<Match> matches;
  private final Topic<Story> stories;
  private final Topic<Member> members;
  private final Topic<Alert> alerts;
  private final Topic<Endpoint> endpoints;
  private final Topic<Attempt> attempts;
  private final Topic<Notice> notices;
  private final Topic<DeadLetter> deadLetters;

  private World(String prefix, boolean replay) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "prefix '" + prefix + "' must be 1 to 81 of a-z, 0-9, '.', '_' and '-'");
    }
    this.prefix = prefix;
    this.replay = replay;
    articles =
        topic(
            "articles",
            4,
            kept(MONTH),
            Article.class,
            "article",
            "ingest",
            a -> a.articleId() + "/" + a.revision(),
            Article::fetchedAt);
    sources =
        topic(
            "sources",
            4,
            compacted(),
            SourceState.class,
            "source",
            "ingest",
            s -> s.key() + "@" + s.at(),
            SourceState::at);
    feeds =
        topic(
            "feeds",
            1,
            compacted(),
            Feed.class,
            "feed",
            "operator",
            f -> f.url() + "@" + f.addedAt(),
            Feed::addedAt);
    watches =
        topic(
            "watches",
            1,
            compacted(),
            Watch.class,
            "watch",
            "operator",
            w -> w.watchId() + "/" + w.version(),
            w -> Instant.EPOCH);
    matches =
        topic(
            "matches",
            4,
            kept(MONTH),
            Match.class,
            "match",
            "processor",
            m -> m.article().articleId() + "/" + m.article().revision(),
            m -> m.article().fetchedAt());
    stories =
        topic(
            "stories",
            4,
            compacted(),
            Story.class,
            "story",
            "processor",
            s -> s.storyId() + "/" + s.revision(),
            Story::lastSeen);
    members =
        topic(
            "members",
            4,
            kept(MONTH),
            Member.class,
            "member",
            "processor",
            m -> m.article().articleId() + "/" + m.article().revision(),
            m -> m.article().fetchedAt());
    alerts =
        topic(
            "alerts",
            4,
            kept(MONTH),
            Alert.class,
            "alert",
            "processor",
            a -> a.alertId() + "/" + a.revision(),
            Alert::at);
    endpoints =
        topic(
            "endpoints",
            1,
            compacted(),
            Endpoint.class,
            "endpoint",
            "operator",
            e -> e.endpointId() + "/" + Ids.text(Json.write(e)).substring(0, 12),
            World::acceptedAt);
    attempts =
        topic(
            "attempts",
            4,
            kept(MONTH),
            Attempt.class,
            "attempt",
            "ledger",
            a -> a.deliveryId() + "/" + a.number() + "/" + a.outcome().label(),
            Attempt::at);
    notices =
        topic(
            "notices",
            1,
            kept(MONTH),
            Notice.class,
            "notice",
            "operations",
            Notice::noticeId,
            Notice::at);
    deadLetters =
        topic(
            "dead-letters",
            1,
            kept(SEASON),
            DeadLetter.class,
            "dead-letter",
            "operations",
            d -> d.topic() + "/" + d.partition() + "/" + d.offset() + "/" + d.key(),
            DeadLetter::at);
  }

  /// The world of a running Parley.
  public static World live(String prefix) {
    return new World(prefix, false);
  }

  /// The world of a replay.
  public static World replay(String prefix) {
    return new World(prefix, true);
  }

  public String prefix() {
    return prefix;
  }

  public boolean isReplay() {
    return replay;
  }

  /// A Kafka Streams application id, a transactional id or a client id that belongs to this world.
  public String id(String name) {
    return prefix + "-" + name;
  }

  public Topic<Article> articles() {
    return articles;
  }

  public Topic<SourceState> sources() {
    return sources;
  }

  /// The feeds that someone wants polled, by URL.
  public Topic<Feed> feeds() {
    return feeds;
  }

  public Topic<Watch> watches() {
    return watches;
  }

  /// The lanes' log: one partition holds every match of a language, in order.
  public Topic<Match> matches() {
    return matches;
  }

  public Topic<Story> stories() {
    return stories;
  }

  /// Every article in its story, by the story's id: what was told of it and what was held back.
  public Topic<Member> members() {
    return members;
  }

  /// Every alert; what the ledger reads.
  public Topic<Alert> alerts() {
    return alerts;
  }

  /// The alerts of one watch; what its subscribers take. It is created before the watch is written.
  public Topic<Alert> alertsOf(String watchId) {
    return new Topic<>(
        name("alerts." + watchId), alerts.value(), Alert.class, 1, settings(kept(MONTH)));
  }

  public Topic<Endpoint> endpoints() {
    return endpoints;
  }

  public Topic<Attempt> attempts() {
    return attempts;
  }

  public Topic<Notice> notices() {
    return notices;
  }

  public Topic<DeadLetter> deadLetters() {
    return deadLetters;
  }

  /// Every topic that is not a watch's own.
  public List<Topic<?>> topics() {
    return List.of(
        articles,
        sources,
        feeds,
        watches,
        matches,
        stories,
        members,
        alerts,
        endpoints,
        attempts,
        notices,
        deadLetters);
  }

  private <V> Topic<V> topic(
      String name,
      int partitions,
      Map<String, String> retention,
      Class<V> type,
      String event,
      String writer,
      Function<V, String> id,
      Function<V, Instant> time) {
    var described = new CloudEvent<>("org.parley." + event + ".v1", "/parley/" + writer, id, time);
    return new Topic<>(
        name(name),
        new JsonSerde<>(type, described),
        type,
        replay ? 1 : partitions,
        settings(retention));
  }

  private String name(String topic) {
    return prefix + "." + topic;
  }

  private static Map<String, String> settings(Map<String, String> retention) {
    var settings = new HashMap<>(retention);
    settings.put("max.message.bytes", MAX_MESSAGE);
    return settings;
  }

  private Map<String, String> kept(Duration retention) {
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        replay ? "-1" : Long.toString(retention.toMillis()));
  }

  private static Map<String, String> compacted() {
    return Map.of("cleanup.policy", "compact");
  }

  private static Instant acceptedAt(Endpoint endpoint) {
    return endpoint.terms().isEmpty() ? Instant.EPOCH : endpoint.terms().getLast().from();
  }
}
