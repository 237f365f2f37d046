package org.parley.ingest.publish;

/// How far the publishing of a corpus is.
///
/// @param file that was just done
/// @param done files, this one included
/// @param total files
public record Progress(String file, int done, int total) {}
