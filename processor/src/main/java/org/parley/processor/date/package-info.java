/// Which days a text names.
@NullMarked
package org.parley.processor.date;

import org.jspecify.annotations.NullMarked;
