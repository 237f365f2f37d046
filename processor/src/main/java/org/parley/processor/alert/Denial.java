package org.parley.processor.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Claim;

/// Who denies, in words for a person.
final class Denial {
  private Denial() {}

  /// @return `denied by Russia`; `talks of Russia and Ukraine denied` when it is not known by whom;
  ///   `null` when the mention denies nothing, or neither names who talks nor who speaks
  static @Nullable String of(Mention mention) {
    Claim claim = mention.claim();
    if (claim.modality() != Claim.Modality.NEGATED) {
      return null;
    }
    if (claim.speaker() != null) {
      return "denied by " + claim.speaker();
    }
    if (mention.parties().isEmpty()) {
      return null;
    }
    List<String> parties = new ArrayList<>(mention.parties());
    Collections.sort(parties);
    return "talks of " + String.join(" and ", parties) + " denied";
  }
}
