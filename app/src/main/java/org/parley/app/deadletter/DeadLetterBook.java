package org.parley.app.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.contract.DeadLetter;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot.Entry;

/// The dead letters of a world, with what became of them.
public final class DeadLetterBook {
  private final Cluster cluster;
  private final Topic<DeadLetter> topic;

  public DeadLetterBook(Cluster cluster) {
    this.cluster = cluster;
    topic = cluster.world().deadLetters();
  }

  /// Those of the selection, oldest first, without the values of their records: those may be large.
  public List<Letter> list(Selection selection) {
    Map<String, Letter> byId = new LinkedHashMap<>();
    read(found -> {
      DeadLetter letter = found.letter();
      if (letter.isReplayMark()) {
        byId.computeIfPresent(
            Letter.id(letter.partition(), letter.offset()), (_, old) -> old.replayed(letter.at()));
      } else {
        byId.put(found.id(), found.withoutValue());
      }
    });
    return byId.values().stream().filter(selection::covers).toList();
  }

  /// The dead letter of that id, whole; none when there is none.
  public @Nullable Letter get(String id) {
    List<Letter> found = new ArrayList<>();
    each(List.of(id), found::add);
    return found.isEmpty() ? null : found.getFirst();
  }

  /// Hands over those of the ids that there are, whole, one at a time.
  void each(Collection<String> ids, Consumer<Letter> sink) {
    Map<String, @Nullable Instant> replayed = new HashMap<>();
    list(Selection.ALL).forEach(letter -> replayed.put(letter.id(), letter.replayedAt()));
    read(found -> {
      if (ids.contains(found.id()) && !found.letter().isReplayMark()) {
        Instant at = replayed.get(found.id());
        sink.accept(at == null ? found : found.replayed(at));
      }
    });
  }

  private void read(Consumer<Letter> sink) {
    cluster
        .snapshot()
        .<DeadLetter>read(
            topic.name(), topic.value().deserializer(), entry -> sink.accept(letter(entry)));
  }

  /// What is no dead letter at all is one, too: someone wrote it, and nobody can read it.
  private Letter letter(Entry<DeadLetter> entry) {
    DeadLetter letter = entry.value();
    if (letter == null) {
      letter =
          new DeadLetter(
              "unknown",
              topic.name(),
              entry.partition(),
              entry.offset(),
              entry.key(),
              null,
              entry.problem() == null ? "an empty record" : entry.problem(),
              null,
              entry.timestamp());
    }
    return new Letter(entry.partition(), entry.offset(), entry.timestamp(), letter, null);
  }
}
