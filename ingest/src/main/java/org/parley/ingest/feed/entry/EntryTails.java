package org.parley.ingest.feed.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Passage;

/// Takes off what publishing software puts at the end of an entry: "[…]", "Continue reading", "The
/// post … appeared first on …". Only at the end, so a text that speaks of such things keeps them.
final class EntryTails {
  private static final String SOMETHING = " .{1,400} ";
  private static final String SITE = " .{1,150}$";

  /// In whole sentences, of the languages that WordPress is most used in.
  private static final Pattern APPEARED =
      Pattern.compile(
          "(?:^|(?<=[\\s.!?…\\])]))(?:The post"
              + SOMETHING
              + "(?:appeared first on|first appeared on)"
              + SITE
              + "|Der Beitrag"
              + SOMETHING
              + "erschien zuerst auf"
              + SITE
              + "|L['’]article"
              + SOMETHING
              + "est apparu en premier sur"
              + SITE
              + "|La entrada"
              + SOMETHING
              + "(?:aparece primero en|apareció primero en|se publicó primero en)"
              + SITE
              + "|(?:O post|A publicação|O conteúdo)"
              + SOMETHING
              + "(?:apareceu primeiro em|aparece primeiro em)"
              + SITE
              + "|L['’]articolo"
              + SOMETHING
              + "(?:proviene da|sembra essere il primo su)"
              + SITE
              + "|Het bericht"
              + SOMETHING
              + "verscheen eerst op"
              + SITE
              + "|Artykuł"
              + SOMETHING
              + "pochodzi z serwisu"
              + SITE
              + "|(?:Сообщение|Запись)"
              + SOMETHING
              + "(?:впервые появил[иао]сь|появил[иао]сь сначала|первым появил[иао]сь)"
              + SITE
              + "|(?:Запис|Допис|Повідомлення)"
              + SOMETHING
              + "(?:спершу|вперше|спочатку) з['’]яви(?:вся|лась|лося)"
              + SITE
              + "|submitted by /u/.{1,100}$)");

  private static final Pattern ELLIPSIS =
      Pattern.compile("\\s*[\\[(]\\s*(?:…|\\.{3})\\s*[\\])]\\s*$");

  private static final Pattern READ_ON =
      Pattern.compile(
          "(?iu)(?:^|(?<=[.…!?»”\"\\])])\\s{0,3})[\\[(]?(?:continue reading|keep reading|read (?:more|on|the full (?:story|article)|the rest(?: of this (?:entry|post))?)"
              + "|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|sigue leyendo|leia mais|continue lendo|leggi tutto|continua a leggere"
              + "|lees verder|czytaj (?:dalej|więcej)|číst (?:dál|více)|citește mai mult|devamını oku|читать (?:далее|полностью)|подробнее"
              + "|читати далі|детальніше|прочети още|اقرأ المزيد)(?<rest>.{0,400})$");

  private EntryTails() {}

  /// @param title of the entry, which may follow "Continue reading"
  static List<Passage> off(List<Passage> passages, @Nullable String title) {
    List<Passage> kept = new ArrayList<>(passages);
    while (!kept.isEmpty()) {
      Passage last = kept.removeLast();
      int end = end(last.text(), title);
      if (end == last.text().length()) {
        kept.add(last);
        return kept;
      }
      Passage cut = last.cut(0, end);
      if (!cut.text().isEmpty()) {
        kept.add(cut);
      }
    }
    return kept;
  }

  private static int end(String text, @Nullable String title) {
    for (Pattern tail : List.of(APPEARED, ELLIPSIS)) {
      Matcher matcher = tail.matcher(text);
      if (matcher.find()) {
        return matcher.start();
      }
    }
    Matcher on = READ_ON.matcher(text);
    return on.find() && saysNoMore(on.group("rest"), title) ? on.start() : text.length();
  }

  /// Whether it is but the title again, arrows and quotation marks.
  private static boolean saysNoMore(String rest, @Nullable String title) {
    String words = words(rest);
    return words.isEmpty() || title != null && words.equals(words(title));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
