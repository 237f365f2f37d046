@NullMarked
package org.parley.ingest.schedule;

import org.jspecify.annotations.NullMarked;
