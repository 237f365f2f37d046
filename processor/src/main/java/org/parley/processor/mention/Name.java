package org.parley.processor.mention;

import org.jspecify.annotations.Nullable;

/// Someone or some place that a lexicon knows.
///
/// @param name the usual English name
/// @param kind what it is
/// @param party for whom a person or a capital stands: the usual English name of a country or a
///   group; a country or group stands for itself
/// @param mediator whether it is known for going between others
record Name(String name, Kind kind, @Nullable String party, boolean mediator) {
  /// What a name is the name of.
  enum Kind {
    COUNTRY,
    /// An armed or political group that is no state.
    GROUP,
    /// An organisation of states or a church.
    ORGANISATION,
    PERSON,
    /// A seat of government: stands for it (`Moscow`), or is a venue.
    CAPITAL,
    /// Another town or house where talks are held.
    VENUE
  }

  /// Whether talks can be held there.
  boolean isPlace() {
    return kind == Kind.COUNTRY || kind == Kind.CAPITAL || kind == Kind.VENUE;
  }
}
