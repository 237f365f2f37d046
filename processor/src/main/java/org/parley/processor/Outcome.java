package org.parley.processor;

import java.util.List;
import org.parley.contract.Alert;
import org.parley.contract.Member;

/// What came of an article in its story.
///
/// @param member the article there, with what was told of it and what was held back
/// @param alerts that it set off
record Outcome(Member member, List<Alert> alerts) {}
