package org.parley.processor.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The foreign ministers of both countries met on Tuesday to prepare a new round of talks.",
        "en|THE GOVERNMENT OF EL SALVADOR SAID TODAY THAT IT WILL RESUME THE DIALOGUE WITH THE FMLN.",
        "de|Die Außenminister beider Länder trafen sich am Dienstag, um neue Gespräche vorzubereiten.",
        "fr|Les ministres des deux pays se sont réunis mardi pour préparer un nouveau cycle de pourparlers.",
        "es|Los ministros de ambos países se reunieron el martes para preparar una nueva ronda de diálogo.",
        "ru|Министры обеих стран встретились во вторник, чтобы подготовить новый раунд переговоров.",
        "uk|Міністри обох країн зустрілися у вівторок, щоб підготувати новий раунд переговорів.",
        "pl|Ministrowie obu krajów spotkali się we wtorek, aby przygotować nową rundę rozmów.",
        "ar|التقى وزراء خارجية البلدين يوم الثلاثاء للتحضير لجولة جديدة من المحادثات",
        "he|שרי החוץ של שתי המדינות נפגשו ביום שלישי כדי להכין סבב שיחות חדש",
        "hi|दोनों देशों के विदेश मंत्रियों ने मंगलवार को वार्ता की तैयारी के लिए मुलाकात की",
        "zh|两国外长周二会晤，为新一轮谈判做准备",
        "ja|両国の外相は火曜日に会談し、新たな協議を準備した",
        "ko|양국 외교장관은 화요일에 만나 새로운 회담을 준비했다"
      })
  void tellsTheLanguageOfASentence(String language, String text) {
    assertThat(DETECTOR.detect(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar|Mohammed bin Salman, Recep Tayyip Erdogan, Abdel Fattah el-Sisi: شارك القادة في القمة التي عقدت في شرم الشيخ لبحث وقف إطلاق النار",
        "ru|«We are ready for peace talks», — заявил президент журналистам после встречи с госсекретарём",
        "uk|Зеленський зустрівся з послом США; «Мы готовы», — цитує його агентство",
        "hi|Israel Hamas War: कतर की मध्यस्थता से बन गई बात! #israelhamaswar #netanyahu #worldnews",
        "zh|美國總統川普（Donald Trump）與俄羅斯總統普丁（Vladimir Putin）會面",
        "he|ראש הממשלה Benjamin Netanyahu נפגש עם Steve Witkoff לדיון על הפסקת האש",
        "en|Xi Jinping (习近平) will meet the Ukrainian president in Geneva, the ministry said",
        "en|The word shalom (שלום) means peace, and salaam (سلام) does too, he told reporters"
      })
  void tellsTheLanguageThatNamesAndQuotationsStandIn(String language, String text) {
    assertThat(DETECTOR.detect(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sr|Предсједник Србије рекао је да ће преговори о Косову бити настављени у Бриселу",
        "mk|Преговорите меѓу двете страни ќе продолжат во Женева, соопшти министерството",
        "bg|Преговорите между двете страни ще продължат в Женева, съобщи министерството",
        "hr|Pregovori između Rusije i Ukrajine nastavit će se idući tjedan u Ženevi",
        "sl|Pogajanja med Rusijo in Ukrajino se bodo nadaljevala prihodnji teden v Ženevi",
        "sk|Rokovania medzi Ruskom a Ukrajinou budú pokračovať budúci týždeň v Ženeve",
        "cs|Jednání mezi Ruskem a Ukrajinou budou pokračovat příští týden v Ženevě",
        "ru|ПЕРЕГОВОРЫ В СТАМБУЛЕ ПРОДОЛЖАТСЯ",
        "uk|ПЕРЕГОВОРИ У СТАМБУЛІ ТРИВАТИМУТЬ",
        "tr|İSTANBUL'DA ATEŞKES GÖRÜŞMELERİ BAŞLADI",
        "es|SIGUE EL DIÁLOGO DE PAZ EN CARACAS",
        "pt|CONTINUA O DIÁLOGO DE PAZ EM CARACAS",
        "fa|مذاکرات صلح میان دو طرف در عمان ادامه یافت",
        "ur|امن مذاکرات کا دوسرا دور دوحہ میں شروع ہو گیا"
      })
  void tellsNeighboursApart(String language, String headline) {
    assertThat(DETECTOR.detect(headline, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Gaza: talks resume, en-GB, en",
        "Minsk II, fr, fr",
        "'', de_AT, de",
        "'', -, und",
        "'12:30 — 14.11.2024 !!!', -, und",
        "'12:30', pl, pl"
      })
  void believesTheSourceOfAShortText(String text, @Nullable String stated, String language) {
    assertThat(DETECTOR.detect(text, stated)).isEqualTo(language);
  }

  @Test
  void believesTheLettersOfALongText() {
    String german = "Die Gespräche über eine Waffenruhe wurden am Mittwoch fortgesetzt. ".repeat(5);

    assertThat(DETECTOR.detect(german, "en")).isEqualTo("de");
  }

  @Test
  void answersTheSameEveryTime() {
    String text = "Talks stalled. Les pourparlers continuent. Die Gespräche gehen weiter.";
    String first = DETECTOR.detect(text, null);

    for (int i = 0; i < 20; i++) {
      assertThat(DETECTOR.detect(text, null)).isEqualTo(first);
    }
  }

  @Test
  void looksAtTheStartOfAnEndlessLineOnly() {
    assertThat(DETECTOR.detect("a".repeat(5_000_000), "en")).isNotBlank();
    assertThat(DETECTOR.detect("\uD83D".repeat(1000), "en")).isEqualTo("en");
  }
}
