/// Articles in, stories and alerts out.
@NullMarked
package org.parley.processor;

import org.jspecify.annotations.NullMarked;
