package org.parley.ingest.feed.poll;

import java.util.Locale;
import org.parley.ingest.feed.poll.Fetched.Reach;
import org.parley.outbound.Exchange.Failed;

/// A failed exchange in words for whoever has to mend it.
final class PlainWords {
  private PlainWords() {}

  static String of(Failed failed) {
    String reason = failed.reason();
    return switch (failed.kind()) {
      case DNS -> "has a host without an address; check the name";
      case CONNECT ->
          reason.contains("refused")
              ? "is at a host that refuses connections"
              : "is at a host that does not answer";
      case TLS -> certificate(reason);
      case TIMEOUT -> "did not answer in time: " + reason;
      case RESET -> "broke off its answer";
      case PROTOCOL, TOO_LARGE -> "gave no proper HTTP answer: " + reason;
      case INTERRUPTED -> "was not waited for";
    };
  }

  private static String certificate(String reason) {
    String said = reason.toLowerCase(Locale.ROOT);
    if (said.contains("notafter") || said.contains("expired")) {
      return "has a certificate that expired";
    }
    if (said.contains("notbefore")) {
      return "has a certificate that is not valid yet";
    }
    if (said.contains("subject alternative") || said.contains("no name matching")) {
      return "has a certificate for another host";
    }
    if (said.contains("certification path") || said.contains("trust")) {
      return "has a certificate that nobody known has signed";
    }
    return "agrees on no encryption: " + reason;
  }

  static Reach reach(Failed failed) {
    return switch (failed.kind()) {
      case DNS, CONNECT -> Reach.NOWHERE;
      // The reason says what it was busy with when its time was over.
      case TIMEOUT ->
          failed.reason().startsWith("still looking up")
                  || failed.reason().startsWith("still connecting")
              ? Reach.NOWHERE
              : Reach.HOST;
      case TLS, RESET, PROTOCOL, TOO_LARGE -> Reach.HOST;
      case INTERRUPTED -> Reach.UNSENT;
    };
  }
}
