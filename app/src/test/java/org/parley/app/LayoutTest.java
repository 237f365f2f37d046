package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  @TempDir Path dir;

  private Path file() {
    return dir.resolve("parley.layout");
  }

  @Test
  void aDirectoryOfBeforeThereWereNumbersIsTheFirstLayout() throws IOException {
    Layout.check(dir);
    assertThat(file()).doesNotExist();

    Layout.mark(dir);
    assertThat(file()).hasContent("1");
    assertThatCode(() -> Layout.check(dir)).doesNotThrowAnyException();
  }

  @Test
  void aDirectoryThatIsNotThereYetIsFine() {
    assertThatCode(() -> Layout.check(dir.resolve("new"))).doesNotThrowAnyException();
  }

  @Test
  void aNewerLayoutIsRefusedAndStaysAsItIs() throws IOException {
    Files.writeString(file(), "2\n");
    assertThatThrownBy(() -> Layout.check(dir))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.CANNOT_START))
        .hasMessageContaining(dir + " was written by a newer Parley (layout 2, known up to 1)");
    assertThat(file()).hasContent("2");
  }

  @Test
  void aNumberThatIsNoneIsNamed() throws IOException {
    Files.writeString(file(), "\0\0\0\0");
    assertThatThrownBy(() -> Layout.check(dir)).hasMessageContaining(file() + " is damaged");
  }
}
