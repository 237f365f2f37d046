package org.parley.processor.mention;

/// A trigger that may not fire, whatever else the text says.
///
/// @param trigger that would have
/// @param by the exclusion that covers it, or the word of another domain near it
record Barred(RuleHit trigger, RuleHit by) {}
