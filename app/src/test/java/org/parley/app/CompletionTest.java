package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  @TempDir Path dir;

  private Path script(String shell) throws IOException {
    CommandLineRun run = CommandLineRun.of("completion", shell);
    assertThat(run.exitCode()).as(run.everything()).isZero();
    return Files.write(dir.resolve("completion." + shell), run.out());
  }

  private static String bash(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("bash", "--norc"));
    command.addAll(List.of(arguments));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void theScriptIsSound(String shell) throws IOException, InterruptedException {
    assertThat(bash("-n", script(shell).toString())).isEmpty();
  }

  @Test
  void theScriptForZshLoadsWhatItNeedsFirst() throws IOException {
    assertThat(Files.readAllLines(script("zsh")).getFirst()).isEqualTo("#compdef parley");
  }

  @ParameterizedTest
  @CsvSource({
    "wat, watch",
    "endpoint ad, add",
    "tail --si, --since",
    "completion z, zsh",
    "tail arti, articles"
  })
  void completesWhatWasBegun(String begun, String whole) throws IOException, InterruptedException {
    int last = begun.split(" ").length;
    String asked =
        String.format(
            Locale.ROOT,
            "source %s; compopt() { :; }; COMP_WORDS=(parley %s); COMP_CWORD=%d; _complete_parley; echo ${COMPREPLY[@]}",
            script("bash"),
            begun,
            last);
    assertThat(bash("-c", asked).strip().split(" ")).contains(whole);
  }
}
