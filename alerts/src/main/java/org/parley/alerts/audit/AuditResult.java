package org.parley.alerts.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/// What an [Audit] counted: what was owed, and what became of it.
///
/// @param matched pairs of an alert revision and an endpoint that was owed it
/// @param delivered of these
/// @param pending of these
/// @param dead of these
/// @param superseded of these
/// @param cancelled of these
/// @param silenced of these
/// @param missing owed, and nothing is known of them
/// @param extra recorded or pending, and not owed
/// @param missingSome the first of the missing
/// @param extraSome the first of the extra
/// @param beyond recorded, but their alert or endpoint is no longer in the log
public record AuditResult(
    int matched,
    int delivered,
    int pending,
    int dead,
    int superseded,
    int cancelled,
    int silenced,
    int missing,
    int extra,
    List<Owed> missingSome,
    List<Owed> extraSome,
    int beyond) {

  /// An alert revision on its way to an endpoint, by its ids.
  public record Owed(String deliveryId, String endpointId, String alertId, int alertRevision) {
    @Override
    public String toString() {
      return "delivery "
          + deliveryId
          + ": alert "
          + alertId
          + " revision "
          + alertRevision
          + " to endpoint '"
          + endpointId
          + "'";
    }
  }

  public AuditResult {
    missingSome = List.copyOf(missingSome);
    extraSome = List.copyOf(extraSome);
  }

  /// Whether the sum holds, delivery by delivery.
  @JsonProperty
  public boolean isBalanced() {
    return missing == 0 && extra == 0;
  }

  /// For a person, in several lines.
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "matched "
            + matched
            + (" = delivered " + delivered)
            + (" + pending " + pending)
            + (" + dead " + dead)
            + (" + superseded " + superseded)
            + (" + cancelled " + cancelled)
            + (" + silenced " + silenced));
    if (beyond > 0) {
      lines.add("not counted: " + beyond + " whose alert or endpoint is no longer in the log");
    }
    add(lines, "owed, and lost sight of", missing, missingSome);
    add(lines, "not owed, and yet there", extra, extraSome);
    lines.add(isBalanced() ? "balanced" : "does not balance");
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String what, int count, List<Owed> some) {
    if (count == 0) {
      return;
    }
    lines.add(what + ": " + count);
    some.forEach(one -> lines.add("  " + one));
    if (count > some.size()) {
      lines.add("  and " + (count - some.size()) + " more");
    }
  }
}
