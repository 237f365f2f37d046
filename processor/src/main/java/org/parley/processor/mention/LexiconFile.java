package org.parley.processor.mention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Stage;
import org.parley.processor.date.DateWords;

/// The files of a lexicon as they are written; `docs/decisions` has the reasons for their shape.
final class LexiconFile {
  private LexiconFile() {}

  /// What there is to find: `concepts.yaml`.
  record Concepts(List<String> concepts) {}

  /// What speaks of a concept, in one language: `peace-talks.yaml`.
  ///
  /// @param concept its name
  /// @param words named sets, for use as `@name` in phrases
  /// @param strong phrases that speak for themselves
  /// @param weak phrases that need an armed conflict around them
  /// @param faint phrases that need it in their own sentence, in a document that matched
  /// @param context what speaks of an armed conflict
  /// @param foreign words of other domains
  /// @param excluded what only looks like the concept
  /// @param stages what speaks for each stage
  /// @param negation what turns a stage's cue around
  /// @param negated what each stage is turned into
  /// @param goBetween what makes a name near it that of a go-between
  /// @param between words before two names that talk with each other
  /// @param at words before a venue
  /// @param behind words right after a venue, in languages that put them there
  record Concept(
      String concept,
      Map<String, List<String>> words,
      List<Entry> strong,
      List<Entry> weak,
      List<Entry> faint,
      List<Entry> context,
      List<Entry> foreign,
      List<Entry> excluded,
      Map<Stage, List<Entry>> stages,
      List<Entry> negation,
      Map<Stage, Stage> negated,
      List<Entry> goBetween,
      List<String> at,
      List<String> behind) {
    Concept {
      words = words == null ? Map.of() : words;
      strong = orNone(strong);
      weak = orNone(weak);
      faint = orNone(faint);
      context = orNone(context);
      foreign = orNone(foreign);
      excluded = orNone(excluded);
      stages = stages == null ? Map.of() : stages;
      negation = orNone(negation);
      negated = negated == null ? Map.of() : negated;
      goBetween = orNone(goBetween);
      at = orNone(at);
      behind = orNone(behind);
    }
  }

  /// In what manner a language speaks of anything: `claims.yaml`.
  ///
  /// @param words named sets, for use as `@name` in phrases
  /// @param denied what says that something is not so
  /// @param conditional what says that it is so only under a condition, or may be
  /// @param reporting what says that these are someone's words
  /// @param dates how it tells days
  record Claims(
      Map<String, List<String>> words,
      List<Entry> denied,
      List<Entry> conditional,
      List<Entry> reporting,
      DateWords dates) {
    static final Claims NONE =
        new Claims(Map.of(), List.of(), List.of(), List.of(), DateWords.NONE);

    Claims {
      words = words == null ? Map.of() : words;
      denied = orNone(denied);
      conditional = orNone(conditional);
      reporting = orNone(reporting);
      dates = dates == null ? DateWords.NONE : dates;
    }
  }

  /// One phrase.
  ///
  /// @param phrase in the syntax of [PhraseSyntax]
  /// @param stage that a trigger speaks for when no cue does
  /// @param weight of a stage's cue; 2 unless said
  /// @param borderline whether readers disagree on a passage with nothing else
  /// @param example a sentence that it decides, run as a test
  record Entry(
      PhraseSyntax phrase,
      @Nullable Stage stage,
      double weight,
      boolean borderline,
      @Nullable String example) {
    static final double USUAL = 2;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Entry of(String phrase) {
      return new Entry(PhraseSyntax.parse(phrase), null, USUAL, false, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Entry of(
        @JsonProperty(value = "phrase", required = true) String phrase,
        @JsonProperty("stage") @Nullable Stage stage,
        @JsonProperty("weight") @Nullable Double weight,
        @JsonProperty("borderline") boolean borderline,
        @JsonProperty("example") @Nullable String example) {
      double heavy = weight == null ? USUAL : weight;
      return new Entry(PhraseSyntax.parse(phrase), stage, heavy, borderline, example);
    }
  }

  /// Who is who, in one language: `names.yaml`. Each name maps to its spellings besides itself. Who
  /// stands for whom is said in English and holds for all; the others give spellings, under the
  /// same usual English name.
  ///
  /// @param countries by ISO 3166 code; the names of all others come from the JDK
  /// @param groups armed or political groups that are no state
  /// @param organisations of states, and churches
  /// @param people leaders, ministers and envoys
  /// @param venues towns and houses where talks are held
  /// @param pairs two parties in short, one word each, by country code or name: 俄乌 in Chinese
  /// @param nobody what only begins like a name, 以方便 is not 以方, or is another word than an English
  ///   name: contra in Spanish
  record Names(
      Map<String, Country> countries,
      Map<String, List<String>> groups,
      Map<String, Organisation> organisations,
      Map<String, Person> people,
      Map<String, List<String>> venues,
      Map<String, List<String>> pairs,
      List<String> nobody) {
    static final Names NONE =
        new Names(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    Names {
      countries = countries == null ? Map.of() : countries;
      groups = groups == null ? Map.of() : groups;
      organisations = organisations == null ? Map.of() : organisations;
      people = people == null ? Map.of() : people;
      venues = venues == null ? Map.of() : venues;
      pairs = pairs == null ? Map.of() : pairs;
      nobody = orNone(nobody);
    }
  }

  /// @param name the usual English name, where the JDK's is another
  /// @param also other names
  /// @param people what its people are called, as noun and adjective
  /// @param capital its seat of government, first the usual spelling
  record Country(
      @Nullable String name, List<String> also, List<String> people, List<String> capital) {
    static final Country NONE = new Country(null, List.of(), List.of(), List.of());

    Country {
      also = orNone(also);
      people = orNone(people);
      capital = orNone(capital);
    }
  }

  /// @param mediator whether it is known for going between others
  record Organisation(boolean mediator, List<String> also) {
    Organisation {
      also = orNone(also);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Organisation of(List<String> also) {
      return new Organisation(false, also);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Organisation of(
        @JsonProperty("mediator") boolean mediator,
        @JsonProperty("also") @Nullable List<String> also) {
      return new Organisation(mediator, orNone(also));
    }
  }

  /// @param of the country's code or the group's or organisation's name that they stand for
  /// @param mediator whether they are known for going between others
  record Person(@Nullable String of, boolean mediator, List<String> also) {
    Person {
      also = orNone(also);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Person of(List<String> also) {
      return new Person(null, false, also);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Person of(
        @JsonProperty("of") @Nullable String of,
        @JsonProperty("mediator") boolean mediator,
        @JsonProperty("also") @Nullable List<String> also) {
      return new Person(of, mediator, orNone(also));
    }
  }

  /// Who fights whom, whatever the language: `conflicts.yaml`.
  ///
  /// @param opponents lists of usual English names, each against every other of its list
  record Conflicts(List<List<String>> opponents) {}

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
