package org.parley.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "By Jane Doe; Jane Doe; -",
        "ByNina Pineda; Nina Pineda; -",
        "By JANE DOE, Reuters; JANE DOE; -",
        "By Jane Doe and John Roe | March 3, 2024; Jane Doe and John Roe; 2024-03-03",
        "by | Feb 28, 2022 | Articles, Opinion, Politics; -; 2022-02-28",
        "Author: Mark Voroshilov; Mark Voroshilov; -",
        "Published: 3rd March 2024 at 10:15 GMT; -; 2024-03-03",
        "Von Ludwig van der Berg; Ludwig van der Berg; -",
        "28 февраля 2022, 10:15; -; 2022-02-28",
        "28 de febrero de 2022; -; 2022-02-28",
        "Автор: Іван Франко; Іван Франко; -",
        "2022年2月28日; -; 2022-02-28",
      })
  void readsAuthorAndDate(String line, String author, String date) {
    Byline byline = Byline.of(line);
    Objects.requireNonNull(byline, line);
    assertThat(byline.author()).isEqualTo(author);
    assertThat(byline.at() == null ? null : byline.at().toString().substring(0, 10))
        .isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Tuesday the talks had failed",
        "The talks will begin on Feb 28, 2022",
        "By the end of the day",
        "Talks resume in Jeddah",
        "Par for the course"
      })
  void isNoBylineWhenMoreIsSaid(String line) {
    assertThat(Byline.of(line)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "2022-02-28T10:15:00Z; 2022-02-28T10:15:00Z",
        "2022-02-28T10:15:00+02:00; 2022-02-28T08:15:00Z",
        "2022-02-28T10:15:00+0200; 2022-02-28T08:15:00Z",
        "Mon, 28 Feb 2022 10:15:00 GMT; 2022-02-28T10:15:00Z",
        "2022-02-28; 2022-02-28T00:00:00Z",
        "28.02.2022; 2022-02-28T00:00:00Z",
        "02/28/2022; 2022-02-28T00:00:00Z",
        "03/04/2022; -",
        "2022-99-01; -",
        "February 30, 2022; -",
        "28 February; -",
        "soon; -",
      })
  void readsOnlyDatesThatCanBeReadInOneWay(String written, String instant) {
    var at = Dates.parse(written);
    assertThat(at == null ? null : at.toString()).isEqualTo(instant);
  }
}
