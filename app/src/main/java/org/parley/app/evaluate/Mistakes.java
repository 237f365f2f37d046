package org.parley.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;

/// The wrong answers of an evaluation, in the order of the rows. Not thread-safe.
final class Mistakes {
  private static final int LONGEST = 400;

  private final List<Mistake> found = new ArrayList<>();

  void missed(Item item) {
    add(Mistake.Kind.MISSED, item, item.text(), null);
  }

  void falseHit(Item item, Mention mention) {
    add(Mistake.Kind.FALSE_HIT, item, mention.quote(), mention);
  }

  void wrongStage(Item item, Mention mention) {
    add(Mistake.Kind.WRONG_STAGE, item, item.text(), mention);
  }

  private void add(Mistake.Kind kind, Item item, String text, @Nullable Mention mention) {
    found.add(
        new Mistake(
            kind,
            item.unit().label(),
            item.row().id(),
            item.row().lang(),
            item.reading().language(),
            item.row().source(),
            shortened(text),
            mention == null ? null : mention.evidence(),
            item.stage(),
            mention == null ? null : mention.stage()));
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST) {
      return line;
    }
    int cut = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, cut) + "…";
  }

  List<Mistake> all() {
    return List.copyOf(found);
  }
}
