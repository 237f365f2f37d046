package org.parley.processor.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;
import org.parley.processor.date.FoundDate.Saying;

/// Finds the days that a text names, as newspapers of one language print them: `12 March`, `March
/// 12, 2026`, `12 марта`, `3月12日`, `2026-03-12`, `next Monday`, `tomorrow`. The names of months and
/// days come from the JDK's locale data, the rest from [DateWords].
///
/// Immutable and thread-safe. Time grows with the text's length only.
public final class DateFinder {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// A shorter abbreviation of a month is too often another word.
  private static final int ABBREVIATION = 3;

  /// Prepositions and the like that Hebrew and Arabic write together with a word.
  private static final String PREFIX = "(?:(?<![\\p{L}\\p{N}])[ובהלמשכوفبلك]{0,3})";

  private static final String BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])";
  private static final String AFTER = "(?![\\p{L}\\p{M}\\p{N}])";
  private static final String DAY =
      "(?<day>\\p{Nd}{1,2})(?:\\s?[-–—/]\\s?\\p{Nd}{1,2})?(?:st|nd|rd|th|er|º|°|-?(?:го|е|і|й|и))?";
  private static final String YEAR = "(?<year>(?:19|20|١٩|٢٠|१९|२०)\\p{Nd}{2})";

  /// A form in which dates are printed.
  private record Form(Pattern pattern, Function<Matcher, @Nullable Saying> reading) {}

  private final Locale locale;
  private final DateNames<Month> months;
  private final DateNames<DayOfWeek> days;
  private final DateNames<Integer> near;
  private final List<Form> forms = new ArrayList<>();

  /// @param language ISO 639-1 code
  public DateFinder(String language, DateWords words) {
    locale = Locale.forLanguageTag(language);
    months = new DateNames<>(locale);
    days = new DateNames<>(locale);
    near = new DateNames<>(locale);
    for (Month month : Month.values()) {
      addMonth(month, locale);
      words.months().getOrDefault(month, List.of()).forEach(name -> months.add(name, month));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      addDay(day);
      words.days().getOrDefault(day, List.of()).forEach(name -> days.add(name, day));
    }
    words.today().forEach(word -> near.add(word, 0));
    words.tomorrow().forEach(word -> near.add(word, 1));
    words.yesterday().forEach(word -> near.add(word, -1));
    addForms(words);
  }

  private void addMonth(Month month, Locale from) {
    months.add(month.getDisplayName(TextStyle.FULL, from), month);
    months.add(month.getDisplayName(TextStyle.FULL_STANDALONE, from), month);
    String brief = month.getDisplayName(TextStyle.SHORT, from);
    if (brief.length() >= ABBREVIATION) {
      months.add(brief, month);
    }
  }

  private void addDay(DayOfWeek day) {
    days.add(day.getDisplayName(TextStyle.FULL, locale), day);
    days.add(day.getDisplayName(TextStyle.FULL_STANDALONE, locale), day);
    if (isHan()) {
      days.add(day.getDisplayName(TextStyle.SHORT, locale), day);
    }
  }

  private boolean isHan() {
    return locale.getLanguage().equals("zh");
  }

  private void addForms(DateWords words) {
    String month = PREFIX + "(?<month>" + months.expression() + ")";
    String of = "\\s{0,2}(?:(?:of|de|di|del|d'|من)\\s{1,2})?";
    String year = "(?:\\.?,?\\s{1,2}(?:(?:de|del)\\s)?" + YEAR + AFTER + ")?";
    add(BEFORE + DAY + "\\.?" + of + month + AFTER + year, this::dayAndMonth);
    add(month + "\\.?\\s{1,2}" + DAY + "(?![\\p{L}\\p{N}:%])" + year, this::dayAndMonth);
    add(
        "(?:(?<year>\\p{Nd}{4})年)?(?<number>\\p{Nd}{1,2})月(?<day>\\p{Nd}{1,2})[日号號]",
        this::numbers);
    add(BEFORE + "(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})" + AFTER, this::numbers);
    add(BEFORE + "(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.(?<year>\\d{4})" + AFTER, this::numbers);
    String bound = isHan() ? "" : BEFORE;
    String unbound = isHan() ? "" : AFTER;
    String space = isHan() ? "" : "[\\s-]{1,2}";
    String ahead = any(words.next());
    String behind = any(words.last());
    add(
        "(?:(?:"
            + bound
            + "(?:(?<next>"
            + ahead
            + ")|(?<last>"
            + behind
            + "))"
            + space
            + "))?"
            + (isHan() ? "" : PREFIX)
            + "(?<weekday>"
            + days.expression()
            + ")"
            + unbound
            + "(?:"
            + space
            + "(?:(?<after>"
            + ahead
            + ")|(?<before>"
            + behind
            + "))"
            + unbound
            + ")?",
        this::weekday);
    add(bound + "(?<near>" + near.expression() + ")" + unbound, this::near);
    add(bound + any(words.vague()) + unbound, _ -> new Saying.Vague());
  }

  private String any(List<String> words) {
    DateNames<String> names = new DateNames<>(locale);
    words.forEach(word -> names.add(word, word));
    return names.expression();
  }

  private void add(String pattern, Function<Matcher, @Nullable Saying> reading) {
    forms.add(new Form(Pattern.compile(pattern, FLAGS), reading));
  }

  private @Nullable Saying dayAndMonth(Matcher match) {
    Month month = months.find(match.group("month"));
    int day = Integer.parseInt(match.group("day"));
    String year = match.group("year");
    if (month == null) {
      return null;
    }
    return year == null
        ? FoundDate.dayOfYear(month.getValue(), day)
        : FoundDate.day(Integer.parseInt(year), month.getValue(), day);
  }

  private @Nullable Saying numbers(Matcher match) {
    int month = Integer.parseInt(match.group("number"));
    int day = Integer.parseInt(match.group("day"));
    String year = match.group("year");
    return year == null
        ? FoundDate.dayOfYear(month, day)
        : FoundDate.day(Integer.parseInt(year), month, day);
  }

  private @Nullable Saying weekday(Matcher match) {
    DayOfWeek day = days.find(match.group("weekday"));
    if (day == null) {
      return null;
    }
    boolean next = match.group("next") != null || match.group("after") != null;
    boolean last = match.group("last") != null || match.group("before") != null;
    return new Saying.Weekday(day, next ? 1 : last ? -1 : 0);
  }

  private @Nullable Saying near(Matcher match) {
    Integer days = near.find(match.group("near"));
    return days == null ? null : new Saying.Near(days);
  }

  /// The dates in a stretch of a text, in its order; none overlap.
  public List<FoundDate> find(String text, Span stretch) {
    List<FoundDate> found = new ArrayList<>();
    for (Form form : forms) {
      Matcher match = form.pattern.matcher(text).region(stretch.start(), stretch.end());
      match.useTransparentBounds(true);
      while (match.find()) {
        Span at = new Span(match.start(), match.end());
        Saying saying = form.reading.apply(match);
        if (saying != null && found.stream().noneMatch(other -> other.at().overlaps(at))) {
          found.add(new FoundDate(at, saying));
        }
      }
    }
    found.sort(Comparator.comparingInt(date -> date.at().start()));
    return found;
  }
}
