package org.parley.alerts.ledger;

import java.time.Duration;
import org.parley.contract.Attempt;
import org.parley.contract.DeadLetter;
import org.parley.contract.Endpoint;
import org.parley.contract.Notice;

/// Where the ledger writes what the rest of the world should know.
interface Results {
  void attempt(Attempt attempt);

  /// An alert was delivered.
  ///
  /// @param sinceFetched since its article was fetched
  void delivered(Duration sinceFetched);

  /// @param key of its record
  void deadLetter(String key, DeadLetter letter);

  void notice(Notice notice);

  /// The endpoint's record, changed by the ledger.
  void endpoint(Endpoint endpoint);
}
