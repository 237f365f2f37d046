package org.parley.app;

/// How a command ends. Scripts may rely on these numbers; those from 64 on are the ones of
/// `sysexits.h`.
public enum ExitCode {
  DONE(0, "done"),
  CHECK_FAILED(
      1,
      "a check failed: audit, doctor, health, --expect, watch test or endpoint test; it says which"),
  USAGE(2, "the command line or the configuration is wrong; nothing was done"),
  PARTLY(3, "some inputs were refused, each named; the others were taken"),
  BAD_DATA(65, "an input is not what it should be; nothing was taken of it"),
  NO_INPUT(66, "an input cannot be read"),
  UNAVAILABLE(69, "no broker, or it does not answer"),
  BUG(70, "an error of Parley's own; please report it"),
  CANNOT_START(73, "a port, directory or disk that is needed cannot be had"),
  NO_PERMISSION(77, "Kafka refuses the credentials, or the user lacks a right, which is named"),
  INTERRUPTED(130, "ended by a signal");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }
}
