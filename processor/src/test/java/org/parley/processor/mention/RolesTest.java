package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Mention;
import org.parley.contract.TextMap;

class RolesTest {
  private static final MentionTagger TAGGER = MentionTagger.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Russia and Ukraine hold peace talks in Istanbul.|Russia, Ukraine|''|Istanbul",
        "Kyiv and Moscow began peace talks in the Danish capital of Copenhagen.|Ukraine, Russia|''|Copenhagen",
        "Zełenski met Putin for peace talks.|Ukraine, Russia|''|-",
        "Qatar mediates the ceasefire talks between Israel and Hamas.|Israel, Hamas|Qatar|-",
        "Israel and Hamas sent delegations to Qatari-mediated ceasefire talks in Doha.|Israel, Hamas|Qatar|Doha",
        "CRISTIANI RESUMED THE DIALOGUE WITH THE FMLN IN CARACAS.|El Salvador, FMLN|''|Caracas",
        "The UN envoy urged Armenia and Azerbaijan to agree to a ceasefire.|Armenia, Azerbaijan|United Nations|-",
        "Sudan's army and the RSF signed a truce agreement in Jeddah.|Sudanese Armed Forces, Rapid Support Forces|''|Jeddah",
        "Peace talks opened in Minsk, Belarus.|''|''|Minsk",
        "Greek Cypriots and Turkish Cypriots resumed peace talks in Geneva.|Greek Cypriots, Turkish Cypriots|''|Geneva"
      })
  void tellsWhoTalksWhoGoesBetweenAndWhere(
      String sentence, String parties, String goBetweens, @Nullable String venue) {
    assertRoles("en", sentence, parties, goBetweens, venue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "zh|俄乌和谈在伊斯坦布尔举行。|Russia, Ukraine|''|Istanbul",
        "zh|在卡達斡旋下，以哈雙方代表在開羅談判。|Israel, Hamas|Qatar|Cairo",
        "zh|马里乌波尔守军拒绝了停火提议。|''|''|-",
        "zh|乌方以军事手段施压，以方便和谈。|Ukraine|''|-",
        "hi|रूस और यूक्रेन की शांति वार्ता इस्तांबुल में हुई।|Russia, Ukraine|''|Istanbul",
        "hi|क़तर की मध्यस्थता से हमास और इज़राइल में युद्धविराम हुआ।|Hamas, Israel|Qatar|-"
      })
  void tellsItInLanguagesThatWriteInOtherWays(
      String language, String sentence, String parties, String goBetweens, @Nullable String venue) {
    assertRoles(language, sentence, parties, goBetweens, venue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "tr|Rusya ile Ukrayna arasındaki barış görüşmeleri İstanbul'da başladı.|Istanbul",
        "tr|Barış görüşmeleri Abu Dabi'de başladı.|Abu Dhabi",
        "tr|Rusya ile Ukrayna arasındaki barış görüşmeleri İstanbul'un gündeminde.|-",
        "ar|بدأت بدمشق محادثات السلام.|Damascus",
        "ar|بدأت محادثات السلام وبجدة يجتمع الوسطاء.|Jeddah",
        "ar|وصلت بكين إلى محادثات السلام.|-",
        "he|שיחות השלום נפתחו בקהיר.|Cairo",
        "he|שיחות השלום שבביירות נמשכות.|Beirut",
        "he|ברלין תומכת בשיחות השלום.|-"
      })
  void takesAPlaceForTheVenueWhenInIsWrittenToIt(
      String language, String sentence, @Nullable String venue) {
    Mention mention = TAGGER.tag(sentence, 0, language, TextMap.NONE).mentions().getFirst();

    assertThat(mention.venue()).isEqualTo(venue);
  }

  private static void assertRoles(
      String language, String sentence, String parties, String goBetweens, @Nullable String venue) {
    Mention mention = TAGGER.tag(sentence, 0, language, TextMap.NONE).mentions().getFirst();

    assertThat(String.join(", ", mention.parties())).isEqualTo(parties);
    assertThat(String.join(", ", mention.goBetweens())).isEqualTo(goBetweens);
    assertThat(mention.venue()).isEqualTo(venue);
  }
}
