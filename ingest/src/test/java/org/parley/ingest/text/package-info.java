@NullMarked
package org.parley.ingest.text;

import org.jspecify.annotations.NullMarked;
