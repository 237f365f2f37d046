package org.parley.app.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.parley.app.Cluster;
import org.parley.contract.Member;
import org.parley.contract.Story;

/// The stories of a world, as its topics have them.
///
/// @param cluster whose
public record StoryBook(Cluster cluster) {
  /// How many hexadecimal digits of an id are enough to ask for it.
  public static final int LEAST_ID = 6;

  private static final Comparator<Story> LATEST =
      Comparator.comparing(Story::lastSeen).reversed().thenComparing(Story::storyId);

  /// Those that got an article last, the latest first.
  ///
  /// @param most how many
  /// @param wanted which
  public List<Story> latest(int most, Predicate<Story> wanted) {
    return stories(wanted).stream().sorted(LATEST).limit(most).toList();
  }

  /// The stories of that id, or that have an article of it, with all that is known of them.
  ///
  /// @param id of a story or an article, or its beginning
  public List<WholeStory> find(String id) {
    Collection<Story> found = stories(story -> story.storyId().startsWith(id));
    if (found.isEmpty()) {
      TreeSet<String> having = new TreeSet<>();
      members(member -> member.article().articleId().startsWith(id))
          .forEach(member -> having.add(member.storyId()));
      found = having.isEmpty() ? found : stories(story -> having.contains(story.storyId()));
    }
    return found.size() == 1
        ? List.of(whole(found.iterator().next()))
        : found.stream().map(story -> WholeStory.of(story, List.of())).toList();
  }

  private WholeStory whole(Story story) {
    return WholeStory.of(story, members(member -> member.storyId().equals(story.storyId())));
  }

  private Collection<Story> stories(Predicate<Story> wanted) {
    Map<String, Story> newest = new HashMap<>();
    cluster
        .snapshot()
        .values(cluster.world().stories(), wanted)
        .forEach(story -> newest.merge(story.storyId(), story, StoryBook::newer));
    return newest.values();
  }

  private List<Member> members(Predicate<Member> wanted) {
    return cluster.snapshot().values(cluster.world().members(), wanted);
  }

  private static Story newer(Story one, Story other) {
    return other.revision() >= one.revision() ? other : one;
  }
}
