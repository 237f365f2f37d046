/// Corpora: folders of text, Markdown, HTML and JSON Lines files, read without Kafka.
@NullMarked
package org.parley.ingest.corpus;

import org.jspecify.annotations.NullMarked;
