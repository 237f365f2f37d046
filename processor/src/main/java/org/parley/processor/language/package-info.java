/// What language a text is in, and where its sentences are.
@NullMarked
package org.parley.processor.language;

import org.jspecify.annotations.NullMarked;
