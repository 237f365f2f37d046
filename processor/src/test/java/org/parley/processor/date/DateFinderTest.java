package org.parley.processor.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Span;

class DateFinderTest {
  /// A Wednesday.
  private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 11);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Talks open on 12 March in Doha.|12 March|2026-03-12",
        "en|Talks opened on March 12, 2025, in Doha.|March 12, 2025|2025-03-12",
        "en|Talks ended on the 3rd of February.|3rd of February|2026-02-03",
        "en|TALKS OPEN 12 MARCH|12 MARCH|2026-03-12",
        "en|Signed on 2024-12-31.|2024-12-31|2024-12-31",
        "en|It began on December 30.|December 30|2025-12-30",
        "en|The 12-13 March round|12-13 March|2026-03-12",
        "de|Am 12. März 2026 beginnen Gespräche.|12. März 2026|2026-03-12",
        "de|Am 03.04.2026 beginnen Gespräche.|03.04.2026|2026-04-03",
        "fr|Le 1er avril, les pourparlers|1er avril|2026-04-01",
        "es|El 12 de marzo de 2026 comienza|12 de marzo de 2026|2026-03-12",
        "pt|No dia 12 de março|12 de março|2026-03-12",
        "it|Il 12 marzo a Roma|12 marzo|2026-03-12",
        "ru|Переговоры пройдут 12 марта в Дохе|12 марта|2026-03-12",
        "uk|Переговори 12 березня 2025 року|12 березня 2025|2025-03-12",
        "pl|Rozmowy 12 marca w Genewie|12 marca|2026-03-12",
        "cs|Jednání 12. března v Ženevě|12. března|2026-03-12",
        "bg|Преговорите на 12 март|12 март|2026-03-12",
        "tr|Görüşmeler 12 Mart'ta başlayacak|12 Mart|2026-03-12",
        "ar|تبدأ المحادثات في 12 مارس 2026|12 مارس 2026|2026-03-12",
        "ar|تبدأ في ١٢ مارس|١٢ مارس|2026-03-12",
        "he|השיחות ייפתחו ב-12 במרץ|12 במרץ|2026-03-12",
        "hi|वार्ता 12 मार्च को शुरू होगी|12 मार्च|2026-03-12",
        "zh|双方将于3月12日举行和谈|3月12日|2026-03-12",
        "zh|2025年3月12日举行和谈|2025年3月12日|2025-03-12"
      })
  void readsDaysOfTheCalendar(String language, String text, String words, LocalDate day) {
    FoundDate date = only(language, text);

    assertThat(date.at().of(text)).isEqualTo(words);
    assertThat(date.isOfCalendar()).isTrue();
    assertThat(date.resolve(PUBLISHED, false)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|on Monday|2026-03-09|2026-03-16",
        "en|on Wednesday|2026-03-11|2026-03-11",
        "de|am Montag|2026-03-09|2026-03-16",
        "fr|lundi|2026-03-09|2026-03-16",
        "es|el lunes|2026-03-09|2026-03-16",
        "pt|na segunda-feira|2026-03-09|2026-03-16",
        "it|lunedì|2026-03-09|2026-03-16",
        "ru|в понедельник|2026-03-09|2026-03-16",
        "uk|у п’ятницю|2026-03-06|2026-03-13",
        "pl|w poniedziałek|2026-03-09|2026-03-16",
        "cs|v pondělí|2026-03-09|2026-03-16",
        "bg|в понеделник|2026-03-09|2026-03-16",
        "tr|Pazartesi günü|2026-03-09|2026-03-16",
        "ar|يوم الاثنين|2026-03-09|2026-03-16",
        "he|ביום שני|2026-03-09|2026-03-16",
        "hi|सोमवार को|2026-03-09|2026-03-16",
        "zh|将于周一举行|2026-03-09|2026-03-16",
        "zh|星期一举行|2026-03-09|2026-03-16"
      })
  void countsDaysOfTheWeekFromTheArticle(
      String language, String text, LocalDate behind, LocalDate ahead) {
    DateWords words =
        new DateWords(
            Map.of(),
            language.equals("uk") ? Map.of(DayOfWeek.FRIDAY, List.of("п'ятницю")) : Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    FoundDate date =
        new DateFinder(language, words).find(text, new Span(0, text.length())).getFirst();

    assertThat(date.resolve(PUBLISHED, false)).isEqualTo(behind);
    assertThat(date.resolve(PUBLISHED, true)).isEqualTo(ahead);
    assertThat(date.resolve(null, true)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "next Wednesday|2026-03-18",
        "last Wednesday|2026-03-04",
        "Wednesday next|2026-03-18",
        "tomorrow|2026-03-12",
        "next week|-"
      })
  void readsWordsOfTheLexicon(String text, @Nullable LocalDate day) {
    FoundDate date = only("en", text);

    assertThat(date.at().of(text)).isEqualTo(text);
    assertThat(date.resolve(PUBLISHED, false)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|They may march on the capital.",
        "en|At 12 marched off.",
        "en|On 31 February nothing happened.",
        "en|In March 120 people met.",
        "en|Version 1.12.20269",
        "ru|среди 12 мартовских",
        "de|Der 45. Mai"
      })
  void otherWordsAreNoDates(String language, String text) {
    assertThat(finder(language).find(text, new Span(0, text.length()))).isEmpty();
  }

  @Test
  void looksOnlyInTheStretch() {
    String text = "On 12 March it rained. Talks open on 14 March.";

    assertThat(finder("en").find(text, new Span(23, text.length())))
        .singleElement()
        .satisfies(date -> assertThat(date.at().of(text)).isEqualTo("14 March"));
  }

  private static FoundDate only(String language, String text) {
    List<FoundDate> found = finder(language).find(text, new Span(0, text.length()));
    assertThat(found).as(text).hasSize(1);
    return found.getFirst();
  }

  private static DateFinder finder(String language) {
    return new DateFinder(
        language,
        new DateWords(
            Map.of(),
            Map.of(),
            List.of("next"),
            List.of("last"),
            List.of("today"),
            List.of("tomorrow"),
            List.of("yesterday"),
            List.of("next week")));
  }
}
