package org.parley.alerts.ledger;

/// The names of the topology's nodes that others refer to.
final class Nodes {
  static final String ENDPOINTS = "endpoints";
  static final String FAN_OUT = "fan-out";
  static final String BY_ENDPOINT = "by-endpoint-repartition-filter";
  static final String POISON = "poison";
  static final String LEDGER = "ledger";
  static final String ATTEMPTS = "attempts";
  static final String DEAD_LETTERS = "dead-letters";
  static final String NOTICES = "notices";
  static final String DISABLED = "disabled";

  private Nodes() {}
}
