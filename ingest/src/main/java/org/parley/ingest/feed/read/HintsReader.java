package org.parley.ingest.feed.read;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Reads [Hints]; one that is not understood is as good as none.
final class HintsReader {
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));
  private static final int MOST_MINUTES = 366 * 24 * 60;

  private HintsReader() {}

  /// @param feed the element that has the feed's own: a `channel`, or Atom's `feed`
  static Hints of(Element feed) {
    Set<Integer> hours = new TreeSet<>();
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Integer ttl = null;
    Duration period = null;
    Integer frequency = null;
    for (Element child : feed.getChildren()) {
      Namespace namespace = Names.of(child);
      if (namespace.equals(Names.SYNDICATION)) {
        switch (child.getName()) {
          case "updatePeriod" -> period = PERIODS.get(word(child));
          case "updateFrequency" -> frequency = number(child, 1, 100_000);
          default -> {}
        }
      } else if (namespace.equals(Namespace.NO_NAMESPACE)) {
        switch (child.getName().toLowerCase(Locale.ROOT)) {
          case "ttl" -> ttl = number(child, 1, MOST_MINUTES);
          case "skiphours" -> child.getChildren().forEach(hour -> addHour(hours, hour));
          case "skipdays" -> child.getChildren().forEach(day -> addDay(days, day));
          default -> {}
        }
      }
    }
    Duration each = period == null ? null : period.dividedBy(frequency == null ? 1 : frequency);
    return new Hints(ttl == null ? null : Duration.ofMinutes(ttl), each, hours, days);
  }

  private static void addHour(Set<Integer> hours, Element hour) {
    Integer number = number(hour, 0, 24);
    if (number != null) {
      hours.add(number % 24);
    }
  }

  private static void addDay(Set<DayOfWeek> days, Element element) {
    String word = word(element);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word.equals(day.name().toLowerCase(Locale.ROOT))) {
        days.add(day);
      }
    }
  }

  private static @Nullable Integer number(Element element, int least, int most) {
    String text = element.getTextTrim();
    if (!text.matches("\\d{1,9}")) {
      return null;
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? null : number;
  }

  private static String word(Element element) {
    return element.getTextTrim().toLowerCase(Locale.ROOT);
  }
}
