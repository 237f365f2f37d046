package org.parley.processor.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.ArticleRef;
import org.parley.contract.Ids;
import org.parley.contract.Match;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Mention;
import org.parley.contract.Story;
import org.parley.processor.story.Placement;

/// When a watch hears of a story, or of an event if it asks for that: at first sight, and again
/// when its reader learns something, for the [Reasons] that there are; never for a mere copy.
public final class AlertRule {
  private AlertRule() {}

  /// What a watch has one alert for: the id of the article's story, or of its event.
  public static String told(Placement placed, WatchHit hit) {
    return switch (hit.once()) {
      case STORY -> placed.story().storyId();
      case EVENT -> placed.story().eventId();
    };
  }

  /// Decides about one watch that wants the article just placed.
  ///
  /// @param told what it was told before, or nothing
  /// @return the alert, or `null` when the article brings it nothing new
  public static @Nullable Alert decide(Placement placed, WatchHit hit, @Nullable Told told) {
    List<Mention> mentions = mentions(placed, hit);
    List<String> reasons =
        told == null ? List.of("first sight") : Reasons.of(placed, hit.once(), mentions, told);
    return reasons.isEmpty()
        ? null
        : alert(placed, hit, mentions, told == null ? 1 : told.revision() + 1, reasons);
  }

  /// What to remember once `alert` is written.
  ///
  /// @param told what was remembered before, or nothing
  public static Told remember(Alert alert, Placement placed, WatchHit hit, @Nullable Told told) {
    Told before = told == null ? Told.nothing(placed.at()) : told;
    return before.with(alert, mentions(placed, hit), placed.at());
  }

  private static List<Mention> mentions(Placement placed, WatchHit hit) {
    return hit.mentions().stream().map(place -> placed.match().mentions().get(place)).toList();
  }

  private static Alert alert(
      Placement placed, WatchHit hit, List<Mention> mentions, int revision, List<String> reasons) {
    Match match = placed.match();
    Story story = placed.story();
    ArticleRef article = match.article();
    return new Alert(
        Ids.alert(hit.watchId(), told(placed, hit)),
        revision,
        revision == 1 ? Alert.Kind.NEW : Alert.Kind.UPDATE,
        reasons,
        hit.watchId(),
        hit.version(),
        story.storyId(),
        story.eventId(),
        story.language(),
        mentions.isEmpty() ? null : match.stages().get(mentions.getFirst().concept()),
        article,
        first(mentions, Alert.MAX_MENTIONS),
        mentions.size(),
        story.articleCount(),
        first(story.sources(), Alert.MAX_SOURCES),
        story.sourceCount(),
        article.fetchedAt());
  }

  private static <T> List<T> first(List<T> values, int most) {
    return values.subList(0, Math.min(values.size(), most));
  }
}
