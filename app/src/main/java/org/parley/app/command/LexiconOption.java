package org.parley.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.processor.mention.MentionTagger;
import picocli.CommandLine.Option;

/// Lets a command read with lexicons of the user's.
final class LexiconOption {
  @Option(
      names = "--lexicon",
      paramLabel = "DIR",
      description = {
        "Lexicons of your own: a folder a language (en, uk, …) with peace-talks.yaml, names.yaml or a",
        "concept of yours in it. What is not there is taken from those that Parley ships."
      })
  private @Nullable Path folder;

  /// @throws Failure with file, line and reason when a lexicon is broken
  MentionTagger tagger() {
    try {
      return folder == null ? MentionTagger.load() : MentionTagger.load(folder);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
    }
  }
}
