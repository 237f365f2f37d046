package org.parley.app.access;

import java.util.Locale;

/// Who uses a cluster, each with a user of its own where rights are kept apart. `parley run` on a
/// cluster is all of them.
public enum Actor {
  INGEST("`parley ingest`: corpora and feeds in"),
  PROCESSOR("`parley processor`"),
  ALERTS("`parley alerts`"),
  OPERATOR("a person at the command line: topics, watches, endpoints, feeds, dead letters, audits");

  private final String meaning;

  Actor(String meaning) {
    this.meaning = meaning;
  }

  /// As it is typed.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }
}
