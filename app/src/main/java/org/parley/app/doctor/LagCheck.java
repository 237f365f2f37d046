package org.parley.app.doctor;

import java.util.Locale;

/// Whether those who read the topics run, and keep up.
final class LagCheck {
  static final String NAME = "lag";
  private static final long MUCH = 10_000;

  private LagCheck() {}

  /// A consumer group as the cluster has it.
  ///
  /// @param role which part of Parley it is, as the command that starts it alone is called
  /// @param members how many instances and threads are in it
  /// @param behind how many records it has still to read
  record Group(String role, int members, long behind) {}

  static Verdict verdict(Group group) {
    String waiting = String.format(Locale.ROOT, "%,d records wait", group.behind());
    if (group.members() == 0) {
      String says = "nobody runs as " + group.role();
      String remedy = "start `parley run`, or `parley " + group.role() + "`";
      return group.behind() > 0
          ? Verdict.fail(NAME, says + ", and " + waiting, remedy)
          : Verdict.warn(NAME, says, remedy);
    }
    String says =
        String.format(Locale.ROOT, "%s is %,d records behind", group.role(), group.behind());
    return group.behind() > MUCH
        ? Verdict.warn(
            NAME, says, "look again in a minute; if it grows, add threads or another instance")
        : Verdict.ok(NAME, says);
  }
}
