package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Mention;
import org.parley.contract.TextMap;

/// Lexicons of the user's own, before those that are shipped.
class OwnLexiconTest {
  @TempDir Path folder;

  @Test
  void findsAConceptOfTheUsersBesideTheShippedOnes() throws IOException {
    write(
        "en/landmines.yaml",
        """
        concept: landmines
        strong:
          - {phrase: "land mine|mines", example: "They cleared land mines."}
        """);

    MentionTagger tagger = MentionTagger.load(folder);

    assertThat(tagger.concepts()).contains("landmines", Mention.PEACE_TALKS);
    assertThat(concepts(tagger, "en", "Both armies cleared land mines after the ceasefire."))
        .containsExactlyInAnyOrder("landmines", Mention.PEACE_TALKS);
  }

  @Test
  void readsALanguageThatIsNotShipped() throws IOException {
    write(
        "nl/peace-talks.yaml",
        """
        concept: peace-talks
        strong:
          - {phrase: "vredesbesprek*", example: "De vredesbesprekingen zijn begonnen."}
        """);

    assertThat(concepts(MentionTagger.load(folder), "nl", "De vredesbesprekingen liepen vast."))
        .containsExactly(Mention.PEACE_TALKS);
  }

  @Test
  void takesTheUsersFileForTheShippedOne() throws IOException {
    write(
        "en/peace-talks.yaml",
        """
        concept: peace-talks
        strong:
          - {phrase: "parley", example: "They held a parley."}
        """);

    MentionTagger tagger = MentionTagger.load(folder);

    assertThat(concepts(tagger, "en", "The peace talks failed.")).isEmpty();
    assertThat(concepts(tagger, "en", "The parley failed.")).containsExactly(Mention.PEACE_TALKS);
  }

  @Test
  void namesFileLineAndPhraseOfAnEntryWithoutExample() throws IOException {
    Path file =
        write("en/landmines.yaml", "concept: landmines\nstrong:\n  - {phrase: \"land mines\"}\n");

    assertThatThrownBy(() -> MentionTagger.load(folder))
        .hasMessage(
            file
                + ": phrase 'land mines' has no example; give it a sentence that it decides (line 3)");
  }

  @Test
  void saysWhatAFolderMustHold() {
    assertThatThrownBy(() -> MentionTagger.load(folder)).hasMessageContaining("folder named for");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> MentionTagger.load(none))
        .hasMessage(none + ": no such folder, or not readable");
  }

  private Path write(String name, String yaml) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, yaml);
  }

  private static List<String> concepts(MentionTagger tagger, String language, String text) {
    return tagger.tag(text, 0, language, TextMap.NONE).mentions().stream()
        .map(Mention::concept)
        .toList();
  }
}
