@NullMarked
package org.parley.ingest.page;

import org.jspecify.annotations.NullMarked;
