package org.parley.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.doctor.Verdict.Level;

/// What is looked at on this machine.
class MachineChecksTest {
  private static final long MEGABYTE = 1024L * 1024;

  @TempDir Path dir;

  @Test
  void anOldJdkFailsAndOneWithoutLocaleDataIsWorthAWarning() {
    assertThat(JdkCheck.verdict(25, "25.0.3", "Україна").level()).isEqualTo(Level.OK);
    Verdict old = JdkCheck.verdict(21, "21.0.1", "Україна");
    assertThat(old.level()).isEqualTo(Level.FAIL);
    assertThat(old.text()).contains("21.0.1", "install a JDK 25");
    Verdict bare = JdkCheck.verdict(25, "25.0.3", "Ukraine");
    assertThat(bare.level()).isEqualTo(Level.WARN);
    assertThat(bare.text()).contains("jdk.localedata");
  }

  @Test
  void theJdkThatRunsThisIsInOrder() {
    assertThat(JdkCheck.look().level()).isEqualTo(Level.OK);
  }

  @Test
  void aFullDiskFailsBeforeTheBrokerDoes() {
    assertThat(DiskCheck.verdict(dir, 5000 * MEGABYTE).level()).isEqualTo(Level.OK);
    assertThat(DiskCheck.verdict(dir, 1000 * MEGABYTE).level()).isEqualTo(Level.WARN);
    Verdict full = DiskCheck.verdict(dir, 100 * MEGABYTE);
    assertThat(full.level()).isEqualTo(Level.FAIL);
    assertThat(full.text()).contains("100 MB free", "256 MB", "--data-dir");
  }

  @Test
  void theDiskOfADirectoryThatIsNotThereYetIsThatOfItsParent() {
    assertThat(DiskCheck.look(dir.resolve("a/b/c")).text()).contains("MB free for");
  }

  private static PortCheck.Listener broker(int port, boolean orFree) {
    return new PortCheck.Listener(
        "broker", "broker.port", InetAddress.getLoopbackAddress(), port, orFree);
  }

  @Test
  void aPortThatAnotherProgramHasFailsUnlessAFreeOneWillDo() throws IOException {
    assertThat(PortCheck.verdict(broker(9092, false), true).level()).isEqualTo(Level.OK);
    assertThat(PortCheck.verdict(broker(0, false), false).level()).isEqualTo(Level.OK);
    assertThat(PortCheck.verdict(broker(9464, true), false).level()).isEqualTo(Level.OK);
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Verdict verdict = PortCheck.look(broker(taken.getLocalPort(), false));
      assertThat(verdict.level()).isEqualTo(Level.FAIL);
      assertThat(verdict.text()).contains(Integer.toString(taken.getLocalPort()), "broker.port");
    }
  }

  @Test
  void saysWhoUsesTheDataDirectory() {
    assertThat(DataDirCheck.look(dir, null).text()).contains("no Parley uses it");
    assertThat(DataDirCheck.look(dir, "127.0.0.1:9092").text()).contains("127.0.0.1:9092");
    assertThat(DataDirCheck.look(dir.resolve("new"), null).text()).contains("not there yet");
  }

  @Test
  void aDataDirectoryThatIsNoneFails() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");
    Verdict verdict = DataDirCheck.look(file.resolve("below"), null);
    assertThat(verdict.level()).isEqualTo(Level.FAIL);
    assertThat(verdict.text()).contains("--data-dir");
  }

  @Test
  void aDataDirectoryWithSomethingElseInItFails() throws IOException {
    Files.createDirectories(dir.resolve("kafka"));
    Files.writeString(dir.resolve("kafka/holiday.jpg"), "");
    Verdict verdict = DataDirCheck.look(dir, null);
    assertThat(verdict.level()).isEqualTo(Level.FAIL);
    assertThat(verdict.text()).contains("other than Parley's data");
  }
}
