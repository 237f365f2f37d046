package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.processor.mention.LexiconFile.Country;
import org.parley.processor.mention.LexiconFile.Names;
import org.parley.processor.mention.LexiconFile.Organisation;
import org.parley.processor.mention.LexiconFile.Person;

/// Enters the names of a language: those of its file, those of all countries as the JDK's locale
/// data has them, and after them the English spellings of everyone but the countries, since texts
/// in other languages have those too. Who stands for whom is said once, in the English file.
///
/// @param language ISO 639-1 code of the spellings
record NamesReader(String language, Vocabulary vocabulary) {
  /// The length of a country's code; no other party's name is as short.
  private static final int CODE = 2;

  /// @param own the names of the language
  /// @param usual the English ones
  NameIndex read(Names own, Names usual) {
    NameIndex index = new NameIndex(vocabulary);
    // First of all, so that Irã is Iran in Portuguese, whatever the English IRA is.
    for (String code : codes(usual)) {
      addCountry(index, code, orNone(own.countries().get(code)), country(usual, code));
    }
    own.nobody().forEach(index::addNobody);
    for (String name : all(own.groups(), usual.groups())) {
      Name group = new Name(name, Name.Kind.GROUP, name, false);
      add(index, group, true, own.groups().get(name), usual.groups().get(name));
    }
    for (String name : all(own.people(), usual.people())) {
      addPerson(index, name, own.people().get(name), usual);
    }
    for (String name : all(own.organisations(), usual.organisations())) {
      addOrganisation(index, name, own.organisations().get(name), usual.organisations().get(name));
    }
    for (String name : all(own.venues(), usual.venues())) {
      Name venue = new Name(name, Name.Kind.VENUE, null, false);
      add(index, venue, false, own.venues().get(name), usual.venues().get(name));
    }
    own.pairs().forEach((spelling, parties) -> addPair(index, spelling, parties, usual));
    return index;
  }

  private static void addPair(NameIndex index, String spelling, List<String> parties, Names usual) {
    List<Name> names = new ArrayList<>();
    for (String party : parties) {
      Name.Kind kind = party.length() == CODE ? Name.Kind.COUNTRY : Name.Kind.GROUP;
      String name = party(usual, party);
      names.add(new Name(String.valueOf(name), kind, name, false));
    }
    index.addPair(spelling, names);
  }

  /// The codes of all countries, those included that ISO 3166 has none for, as Kosovo's.
  private static Set<String> codes(Names usual) {
    Set<String> codes = new LinkedHashSet<>(List.of(Locale.getISOCountries()));
    codes.addAll(usual.countries().keySet());
    return codes;
  }

  private static void addPerson(
      NameIndex index, String name, @Nullable Person own, Names usualNames) {
    Person usual = usualNames.people().get(name);
    String of = own != null && own.of() != null ? own.of() : usual == null ? null : usual.of();
    boolean mediator = own != null && own.mediator() || usual != null && usual.mediator();
    Name known = new Name(name, Name.Kind.PERSON, party(usualNames, of), mediator);
    add(index, known, true, own == null ? null : own.also(), usual == null ? null : usual.also());
  }

  private static void addOrganisation(
      NameIndex index, String name, @Nullable Organisation own, @Nullable Organisation usual) {
    boolean mediator = own != null && own.mediator() || usual != null && usual.mediator();
    Name known = new Name(name, Name.Kind.ORGANISATION, null, mediator);
    add(index, known, false, own == null ? null : own.also(), usual == null ? null : usual.also());
  }

  /// Enters a name with its spellings, those of the language first.
  private static void add(
      NameIndex index,
      Name name,
      boolean people,
      @Nullable List<String> own,
      @Nullable List<String> usual) {
    List<String> spellings = new ArrayList<>(own == null ? List.of() : own);
    spellings.add(name.name());
    spellings.addAll(usual == null || usual.equals(own) ? List.of() : usual);
    spellings.forEach(spelling -> index.add(spelling, name, people));
  }

  private static @Nullable String party(Names usual, @Nullable String of) {
    return of == null || of.length() != CODE ? of : usualName(of, country(usual, of));
  }

  private void addCountry(NameIndex index, String code, Country own, Country usual) {
    String usualName = usualName(code, usual);
    Name country = new Name(usualName, Name.Kind.COUNTRY, usualName, false);
    index.add(usualName, country, false);
    String local = Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(language));
    index.add(plain(local), country, false);
    own.also().forEach(spelling -> index.add(spelling, country, false));
    own.people().forEach(spelling -> index.add(spelling, country, true));
    if (!usual.capital().isEmpty()) {
      String seat = usual.capital().getFirst();
      Name capital = new Name(seat, Name.Kind.CAPITAL, usualName, false);
      own.capital().forEach(spelling -> index.add(spelling, capital, false));
      usual.capital().forEach(spelling -> index.add(spelling, capital, false));
    }
  }

  private static Country country(Names names, String code) {
    return orNone(names.countries().get(code));
  }

  private static Country orNone(@Nullable Country country) {
    return country == null ? Country.NONE : country;
  }

  private static Set<String> all(Map<String, ?> own, Map<String, ?> usual) {
    Set<String> names = new LinkedHashSet<>(own.keySet());
    names.addAll(usual.keySet());
    return names;
  }

  private static String usualName(String code, Country usual) {
    return usual.name() != null
        ? usual.name()
        : plain(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
  }

  /// Without what stands in brackets, as in `Myanmar (Burma)`, and with plain signs.
  private static String plain(String name) {
    return name.replaceAll("\\s*\\(.*\\)", "").replace(" & ", " and ").replace("St.", "Saint");
  }
}
