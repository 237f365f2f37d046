package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A stored query: a filter on the tags of an article and, for those who want one, a text query
/// that is asked of the articles that pass the filter.
///
/// An article passes when one of its mentions passes every part of the filter, and its language and
/// source do. An empty list allows everything. A watch without a concept sees every article, and
/// must have a text query.
///
/// @param watchId `[a-z0-9-]{1,100}`: a topic is named after it
/// @param name for people
/// @param concept whose mentions it wants, or none
/// @param stages allowed
/// @param parties of which one must take part, by their usual English name
/// @param languages allowed, BCP 47
/// @param sources allowed: registrable domains or names of publishers
/// @param leastScore of a mention
/// @param breadth whether borderline passages count
/// @param query in Lucene's syntax, or none
/// @param once what it is told of once: each story, or each event, however many stories in
///   different words report it
public record Watch(
    String watchId,
    @Nullable String name,
    @Nullable String concept,
    List<Stage> stages,
    List<String> parties,
    List<String> languages,
    List<String> sources,
    int leastScore,
    Breadth breadth,
    @Nullable String query,
    Once once) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

  /// Where a watch draws the line on which readers disagree.
  public enum Breadth {
    /// Borderline passages are left out.
    STRICT,
    /// They count.
    BROAD;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Breadth of(String label) {
      return Require.labelled(values(), Breadth::label, label, "breadth");
    }
  }

  /// What a watch has one alert for.
  public enum Once {
    /// For a story: the copies of one report.
    STORY,
    /// For an event: the stories that report one happening.
    EVENT;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Once of(String label) {
      return Require.labelled(values(), Once::label, label, "once");
    }
  }

  /// One that has an alert for each story.
  public Watch(
      String watchId,
      @Nullable String name,
      @Nullable String concept,
      List<Stage> stages,
      List<String> parties,
      List<String> languages,
      List<String> sources,
      int leastScore,
      Breadth breadth,
      @Nullable String query) {
    this(
        watchId,
        name,
        concept,
        stages,
        parties,
        languages,
        sources,
        leastScore,
        breadth,
        query,
        Once.STORY);
  }

  public Watch {
    Require.text(watchId, "watchId");
    if (!ID.matcher(watchId).matches()) {
      throw new IllegalArgumentException(
          "watchId '" + watchId + "' must be 1 to 100 of a-z, 0-9 and '-'");
    }
    stages = Require.list(stages);
    parties = Require.list(parties);
    languages = lowerCase(languages);
    sources = lowerCase(sources);
    leastScore = Math.max(1, leastScore);
    breadth = breadth == null ? Breadth.STRICT : breadth;
    once = once == null ? Once.STORY : once;
    query = query == null || query.isBlank() ? null : query.strip();
    concept = concept == null || concept.isBlank() ? null : concept.strip();
    if (concept == null && query == null) {
      throw new IllegalArgumentException(
          "watch '" + watchId + "' asks for nothing: give it a concept or a query");
    }
  }

  /// A digest of everything it asks for: the same watch has the same version everywhere.
  @JsonIgnore
  public String version() {
    // What watches could not ask for when they were first stored leaves their versions as they are.
    String later = once == Once.STORY ? "" : "/" + once.label();
    return Ids.digest(
            watchId,
            String.valueOf(concept),
            all(stages.stream().map(Stage::label).toList()),
            all(parties),
            all(languages),
            all(sources),
            Integer.toString(leastScore),
            breadth.label(),
            query + later)
        .substring(0, 12);
  }

  /// Not `toString`, which is the same for one word with a comma and for two words.
  private static String all(List<String> words) {
    return Ids.digest(words.toArray(String[]::new));
  }

  /// What people call it: its name, or its id.
  @JsonIgnore
  public String displayName() {
    return name == null ? watchId : name;
  }

  private static List<String> lowerCase(@Nullable Collection<String> values) {
    return Require.list(values).stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }
}
