package org.parley.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ExitCode;
import org.parley.app.Failure;

class RoleLockTest {
  @TempDir Path dir;

  @Test
  void aDirectoryIsOneInstanceOfARole() {
    try (RoleLock _ = RoleLock.take(dir, "processor")) {
      refused();
    }
    RoleLock.take(dir, "processor").close();
  }

  @Test
  void rolesShareADirectory() {
    try (RoleLock one = RoleLock.take(dir, "processor");
        RoleLock other = RoleLock.take(dir, "alerts")) {
      assertThat(one).isNotSameAs(other);
    }
  }

  @Test
  void aDirectoryOfANewerVersionIsLeftAlone() throws IOException {
    Files.writeString(dir.resolve("parley.layout"), "99\n");
    assertThatThrownBy(() -> RoleLock.take(dir, "processor"))
        .hasMessageContaining("was written by a newer Parley");
    assertThat(dir.toFile().list()).containsExactly("parley.layout");
  }

  @Test
  void anotherProcessIsRefusedUntilTheFirstIsDead() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = holder.inputReader()) {
      assertThat(out.readLine()).isEqualTo("held");
      refused();
    } finally {
      holder.destroyForcibly().waitFor();
    }
    RoleLock.take(dir, "processor").close();
  }

  private void refused() {
    assertThatThrownBy(() -> RoleLock.take(dir, "processor"))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.CANNOT_START))
        .hasMessageContainingAll("processor", dir.toString(), "--data-dir");
  }

  /// Another process, which holds the lock until it is killed.
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (RoleLock _ = RoleLock.take(Path.of(arguments[0]), "processor")) {
        System.out.println("held");
        System.in.read();
      }
    }
  }
}
