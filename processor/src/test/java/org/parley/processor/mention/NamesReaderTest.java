package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names of several languages in one index.
class NamesReaderTest {
  private static final LexiconReader READER = new LexiconReader(LexiconFiles.SHIPPED);

  @Test
  void anEnglishNameThatIsAnotherWordOfTheLanguageIsNobody() {
    assertThat(names("fr", "Le ministre ira demain à Genève")).containsExactly("Geneva");
    assertThat(names("es", "Una guerra contra Etiopía")).containsExactly("Ethiopia");
    assertThat(names("it", "L'Europa unita, l'età della pace")).isEmpty();
  }

  @Test
  void aNameThatIsAnotherWordInSmallLettersIsKnownInCapitals() {
    assertThat(names("es", "Un acuerdo con el IRA en Londres")).containsExactly("IRA", "London");
  }

  @Test
  void aCountryKeepsItsNameFromAnEnglishNameThatIsSpeltLikeIt() {
    assertThat(names("pt", "O Irã nega")).containsExactly("Iran");
  }

  private static List<String> names(String language, String text) {
    Vocabulary vocabulary = new Vocabulary(Affixes.of(language));
    NameIndex index =
        new NamesReader(language, vocabulary)
            .read(READER.readNames(language), READER.readNames("en"));
    return Stream.of(index.find(Tokens.of(text, vocabulary)))
        .filter(Objects::nonNull)
        .map(hit -> hit.name().name())
        .toList();
  }
}
