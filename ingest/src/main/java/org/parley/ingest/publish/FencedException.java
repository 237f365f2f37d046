package org.parley.ingest.publish;

/// Another instance publishes the same corpus, or the same partition's feeds, and has taken over.
public final class FencedException extends PublishException {
  private static final long serialVersionUID = 1;

  FencedException(String transactionalId, Throwable cause) {
    super(
        "another ingest took over as '"
            + transactionalId
            + "'; let it finish, or stop it and run this again",
        cause);
  }
}
