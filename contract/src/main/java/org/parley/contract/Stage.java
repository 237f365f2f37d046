package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far the talks are. The order is the precedence between stages that an article mentions
/// equally often: what a desk must not miss comes first.
public enum Stage {
  COLLAPSED(Group.AGAINST),
  REFUSED(Group.AGAINST),
  STALLED(Group.AGAINST),
  AGREEMENT(Group.REACHED),
  CEASEFIRE(Group.REACHED),
  MEDIATED(Group.TOWARD),
  SCHEDULED(Group.TOWARD),
  UNDERWAY(Group.UNDERWAY),
  PROPOSED(Group.TOWARD),
  /// Analysis, prospects, history: talks are spoken of, and nothing is said to happen.
  GENERAL(Group.GENERAL);

  /// The coarser division on which two readers agree more often.
  public enum Group {
    TOWARD,
    UNDERWAY,
    REACHED,
    AGAINST,
    GENERAL
  }

  private final Group group;

  Stage(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }

  /// The name in JSON, in watches and on the command line: `ceasefire`.
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stage of that label, in any case.
  ///
  /// @throws IllegalArgumentException naming the labels that there are
  @JsonCreator
  public static Stage of(String label) {
    return Require.labelled(values(), Stage::label, label, "stage");
  }
}
