package org.parley.processor.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Story;

/// What the lane keeps of a story: what it tells the world, and what it needs to go on counting.
///
/// @param story as last written
/// @param articles how many distinct ones it has
/// @param stages that its mentions had so far
/// @param unlistedSources hashes of the publishers that the story's own list has no room for
/// @param at the lane's time when its last member came, in milliseconds of the epoch
public record StoryState(
    Story story, int articles, Set<Stage> stages, Set<Integer> unlistedSources, long at) {
  /// How many publishers are told apart in all; beyond that a story's count stands still.
  private static final int MAX_SOURCES = 5000;

  public StoryState {
    stages = new TreeSet<>(stages);
    unlistedSources = new TreeSet<>(unlistedSources);
  }

  static StoryState open(Match match, Story.Member member, long at) {
    ArticleRef article = match.article();
    Story story =
        new Story(
            article.articleId(),
            1,
            match.language(),
            article,
            article.fetchedAt(),
            article.fetchedAt(),
            List.of(member),
            1,
            List.of(article.source()),
            1);
    return new StoryState(story, 1, stagesOf(match), Set.of(), at);
  }

  StoryState with(Match match, Story.Member member, long at) {
    Set<Integer> unlisted = new TreeSet<>(unlistedSources);
    List<String> sources = sourcesWith(member.source(), unlisted);
    Set<Stage> all = new TreeSet<>(stages);
    all.addAll(stagesOf(match));
    var first = story.firstSeen();
    var last = story.lastSeen();
    var fetched = member.fetchedAt();
    Story grown =
        new Story(
            story.storyId(),
            story.revision() + 1,
            story.language(),
            story.opener(),
            fetched.isBefore(first) ? fetched : first,
            fetched.isAfter(last) ? fetched : last,
            plus(story.members(), member),
            story.memberCount() + 1,
            sources,
            sources.size() + unlisted.size());
    int more = member.relation() == Story.Relation.REVISION ? 0 : 1;
    return new StoryState(grown, articles + more, all, unlisted, at);
  }

  static Set<Stage> stagesOf(Match match) {
    Set<Stage> stages = new TreeSet<>();
    match.mentions().stream().map(Mention::stage).forEach(stages::add);
    return stages;
  }

  private List<String> sourcesWith(String source, Set<Integer> unlisted) {
    if (story.sources().contains(source)) {
      return story.sources();
    }
    if (story.sources().size() == Story.MAX_MEMBERS) {
      if (unlisted.size() < MAX_SOURCES - Story.MAX_MEMBERS) {
        unlisted.add(source.hashCode());
      }
      return story.sources();
    }
    return plus(story.sources(), source);
  }

  private static <T> List<T> plus(List<T> list, T value) {
    if (list.size() == Story.MAX_MEMBERS) {
      return list;
    }
    List<T> longer = new ArrayList<>(list);
    longer.add(value);
    return longer;
  }
}
