package org.parley.app.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.contract.Member;
import org.parley.contract.Story;

/// All that is known of a story.
///
/// @param story as it stands
/// @param members in their order; those that the log no longer keeps are missing
/// @param watches that wanted one of them, by id: what each was told and what it was not
public record WholeStory(Story story, List<Member> members, List<WatchView> watches) {
  /// @param members in any order
  static WholeStory of(Story story, List<Member> members) {
    List<Member> ordered =
        members.stream().sorted(Comparator.comparingInt(Member::number)).toList();
    Map<String, WatchView> watches = new TreeMap<>();
    for (Member member : ordered) {
      for (Member.Told told : member.told()) {
        view(watches, told.watchId()).told.add(Telling.of(member, told));
      }
      for (String watchId : member.heldBack()) {
        view(watches, watchId).heldBack.add(member.number());
      }
    }
    return new WholeStory(story, ordered, List.copyOf(watches.values()));
  }

  private static WatchView view(Map<String, WatchView> watches, String watchId) {
    return watches.computeIfAbsent(
        watchId, id -> new WatchView(id, new ArrayList<>(), new ArrayList<>()));
  }

  /// A story as one watch has it.
  ///
  /// @param watchId whose
  /// @param told the alerts that it got, in their order
  /// @param heldBack the members that it wanted and was not told of, by their numbers
  public record WatchView(String watchId, List<Telling> told, List<Integer> heldBack) {}

  /// An alert.
  ///
  /// @param alertId of what
  /// @param revision of it: 1 is the first sight, a greater one an update
  /// @param reasons why
  /// @param number of the member that set it off
  /// @param articleId of that member
  /// @param source its publisher
  /// @param at when that was fetched
  public record Telling(
      String alertId,
      int revision,
      List<String> reasons,
      int number,
      String articleId,
      String source,
      Instant at) {
    static Telling of(Member member, Member.Told told) {
      return new Telling(
          told.alertId(),
          told.revision(),
          told.reasons(),
          member.number(),
          member.article().articleId(),
          member.article().source(),
          member.article().fetchedAt());
    }
  }
}
