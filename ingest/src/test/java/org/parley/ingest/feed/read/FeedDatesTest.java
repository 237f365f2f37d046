package org.parley.ingest.feed.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 822 and what is made of it
        "Sun, 06 Jul 2014 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 +0300 | 2014-07-06T09:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 +03:00 | 2014-07-06T09:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 GMT+3 | 2014-07-06T09:56:00Z",
        "Sun, 6 Jul 2014 12:56 EST | 2014-07-06T17:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 EDT | 2014-07-06T16:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 MSK | 2014-07-06T09:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 CEST | 2014-07-06T10:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 ACST | 2014-07-06T03:26:00Z",
        "Sun, 06 Jul 2014 12:56:00 Europe/Kyiv | 2014-07-06T09:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 Z | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 -0000 | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 14 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 98 12:56:00 GMT | 1998-07-06T12:56:00Z",
        "Sun,06 Jul 2014 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "06 Jul 2014 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "Sunday, 06 July 2014 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "Sun, 06-Jul-2014 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "Thu, 06 Sept 2014 12:56:00 GMT | 2014-09-06T12:56:00Z",
        "Mon, 06 Jul 2014 12:56:00 GMT | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 2014 24:00:00 GMT | 2014-07-07T00:00:00Z",
        "Tue, 30 Jun 2015 23:59:60 GMT | 2015-06-30T23:59:59Z",
        "Sun, 06 Jul 2014 2:56:00 GMT | 2014-07-06T02:56:00Z",
        "Sun, 06 Jul 2014 12:56:00 PM GMT | 2014-07-06T12:56:00Z",
        "Sun, 06 Jul 2014 | 2014-07-06T00:00:00Z",
        // ISO 8601
        "2014-07-06T12:56:00Z | 2014-07-06T12:56:00Z",
        "2014-07-06T12:56:00.5+02:00 | 2014-07-06T10:56:00.500Z",
        "2014-07-06T12:56:00+0200 | 2014-07-06T10:56:00Z",
        "2014-07-06T12:56+02 | 2014-07-06T10:56:00Z",
        "2014-07-06T12:56:00−02:00 | 2014-07-06T14:56:00Z",
        "2014-07-06 12:56:00 | 2014-07-06T12:56:00Z",
        "2014-07-06 12:56:00 +0200 | 2014-07-06T10:56:00Z",
        "2014-07-06 12:56:00 UTC | 2014-07-06T12:56:00Z",
        "2014-7-6T12:56:00Z | 2014-07-06T12:56:00Z",
        "20140706T125600Z | 2014-07-06T12:56:00Z",
        "20140706125600 | 2014-07-06T12:56:00Z",
        "2014-07-06 | 2014-07-06T00:00:00Z",
        "2014/07/06 12:56 | 2014-07-06T12:56:00Z",
        "2014-187 | 2014-07-06T00:00:00Z",
        "2014-07 | 2014-07-01T00:00:00Z",
        // what else there is
        "Sun Jul  6 12:56:00 2014 | 2014-07-06T12:56:00Z",
        "Sun Jul 06 12:56:00 EDT 2014 | 2014-07-06T16:56:00Z",
        "July 6, 2014 12:56 pm | 2014-07-06T12:56:00Z",
        "July 6, 2014 - 12:56 a.m. | 2014-07-06T00:56:00Z",
        "Jul 6, 2014 | 2014-07-06T00:00:00Z",
        "7/16/2014 12:56:00 PM | 2014-07-16T12:56:00Z",
        "16/07/2014 12:56 | 2014-07-16T12:56:00Z",
        "06.07.2014 12:56 | 2014-07-06T12:56:00Z",
        "dom, 06 jul 2014 12:56:00 +0200 | 2014-07-06T10:56:00Z",
        "6 июля 2014 г., 12:56 MSK | 2014-07-06T09:56:00Z",
        "6 de julio de 2014 12:56 | 2014-07-06T12:56:00Z",
        "Sonntag, 6. Juli 2014 12:56 MESZ | 2014-07-06T10:56:00Z",
        "2014년 7월 6일 12:56 | 2014-07-06T12:56:00Z",
        "2014年07月06日 12:56 | 2014-07-06T12:56:00Z",
        "1404651360 | 2014-07-06T12:56:00Z",
        "1404651360000 | 2014-07-06T12:56:00Z",
        "1520932969 | 2018-03-13T09:22:49Z",
      })
  void readsDatesAsFeedsWriteThem(String written, Instant expected) {
    assertThat(FeedDates.parse(written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "031231",
        "0",
        "42",
        "03/04/2014 12:56",
        "2014-99-01T00:00:00Z",
        "Sun, 31 Feb 2014 12:56:00 GMT",
        "Sun, 06 Jul 2014 25:61:00 GMT",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Sun, 06 Jul 20140 12:56:00 GMT",
        "9999-12-31T23:59:59Z",
        "99999999999999999999",
        "::::::",
        "<script>alert(1)</script>",
      })
  void takesADateThatIsAbsurdOrMeansTwoThingsForNone(String written) {
    assertThat(FeedDates.parse(written)).isNull();
  }

  @Test
  void looksAtNoMoreThanADateCanHave() {
    assertThat(FeedDates.parse("2014-07-06 " + "1:".repeat(1_000_000))).isNull();
    assertThat(FeedDates.parse(null)).isNull();
  }
}
