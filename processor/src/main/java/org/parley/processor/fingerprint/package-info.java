/// What of a text stays the same when it is copied: normalised words, shingled and hashed.
@NullMarked
package org.parley.processor.fingerprint;

import org.jspecify.annotations.NullMarked;
