package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The values are fixed: another one would make every article, alert and delivery in a user's log a
/// new one.
class IdsTest {
  @Test
  void areTheSameForever() {
    assertThat(Ids.article("https://example.org/a")).isEqualTo("8d534b9db0e13a77526a4d2041169b89");
    assertThat(Ids.article("seeds", "000.txt")).isEqualTo("0ed624c13f330a70f732280d70c36961");
    assertThat(Ids.alert("peace-talks", "s1")).isEqualTo("be5da64e2fba7546c97d56d836eba387");
    assertThat(Ids.delivery("a1", 2, "desk")).isEqualTo("27062bf6227f578b75bdd18284cc2f3e");
    assertThat(Ids.notice("watch-refused", "w", "text"))
        .isEqualTo("701f1d05bc8b7dc863d703c6503df45e");
    assertThat(Ids.text("Мир 🕊")).isEqualTo("04592b4b52f384d4e325c2a5e70fe154");
  }

  @Test
  void areDifferentForPartsThatJoinToTheSameText() {
    assertThat(Ids.article("ab", "c")).isNotEqualTo(Ids.article("a", "bc"));
    assertThat(Ids.alert("a", "b")).isNotEqualTo(Ids.alert("b", "a"));
    assertThat(Ids.delivery("a", 1, "1b")).isNotEqualTo(Ids.delivery("a", 11, "b"));
    assertThat(Ids.notice("k", "a", "b")).isNotEqualTo(Ids.notice("k", "a\nb"));
  }

  @Test
  void areDifferentForThingsOfDifferentKinds() {
    assertThat(Ids.text("a")).isNotEqualTo(Ids.article("a"));
  }

  @Test
  void digestBytesAsSha256Does() {
    assertThat(Ids.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
