package org.parley.processor.mention;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.processor.mention.LexiconFile.Country;

/// Enters the names of a lexicon: those of its file, and those of all countries as the JDK's locale
/// data has them.
///
/// @param language ISO 639-1 code of the spellings
record NamesReader(String language, Vocabulary vocabulary) {
  /// The length of a country's code; no other party's name is as short.
  private static final int CODE = 2;

  private static final Country NO_MORE = new Country(null, List.of(), List.of(), List.of());

  /// @throws IllegalArgumentException naming the country code that there is not
  NameIndex read(LexiconFile.Names file) {
    NameIndex index = new NameIndex(vocabulary);
    file.groups().forEach((name, also) -> addGroup(index, name, also));
    file.people().forEach((name, person) -> addPerson(index, file, name, person));
    file.organisations()
        .forEach((name, organisation) -> {
          Name known = new Name(name, Name.Kind.ORGANISATION, null, organisation.mediator());
          index.add(name, known, false);
          organisation.also().forEach(spelling -> index.add(spelling, known, false));
        });
    for (String code : Locale.getISOCountries()) {
      addCountry(index, code, file.countries().getOrDefault(code, NO_MORE));
    }
    file.venues().forEach((name, also) -> addVenue(index, name, also));
    return index;
  }

  private static void addGroup(NameIndex index, String name, List<String> also) {
    Name group = new Name(name, Name.Kind.GROUP, name, false);
    index.add(name, group, true);
    also.forEach(spelling -> index.add(spelling, group, true));
  }

  private static void addPerson(
      NameIndex index, LexiconFile.Names file, String name, LexiconFile.Person person) {
    Name known = new Name(name, Name.Kind.PERSON, party(file, person.of()), person.mediator());
    index.add(name, known, true);
    person.also().forEach(spelling -> index.add(spelling, known, true));
  }

  private static @Nullable String party(LexiconFile.Names file, @Nullable String of) {
    return of == null || of.length() != CODE
        ? of
        : usualName(of, file.countries().getOrDefault(of, NO_MORE));
  }

  private void addCountry(NameIndex index, String code, Country more) {
    Name country = new Name(usualName(code, more), Name.Kind.COUNTRY, usualName(code, more), false);
    index.add(country.name(), country, false);
    String local = Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(language));
    index.add(plain(local), country, false);
    more.also().forEach(spelling -> index.add(spelling, country, false));
    more.people().forEach(spelling -> index.add(spelling, country, true));
    if (!more.capital().isEmpty()) {
      Name capital = new Name(more.capital().getFirst(), Name.Kind.CAPITAL, country.name(), false);
      more.capital().forEach(spelling -> index.add(spelling, capital, false));
    }
  }

  private static void addVenue(NameIndex index, String name, List<String> also) {
    Name venue = new Name(name, Name.Kind.VENUE, null, false);
    index.add(name, venue, false);
    also.forEach(spelling -> index.add(spelling, venue, false));
  }

  private static String usualName(String code, Country more) {
    return more.name() != null
        ? more.name()
        : plain(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
  }

  /// Without what stands in brackets, as in `Myanmar (Burma)`, and with plain signs.
  private static String plain(String name) {
    return name.replaceAll("\\s*\\(.*\\)", "").replace(" & ", " and ").replace("St.", "Saint");
  }
}
