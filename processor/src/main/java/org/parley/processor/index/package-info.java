/// Parts of an index in memory that forgets the oldest first: what lanes look articles up by.
@NullMarked
package org.parley.processor.index;

import org.jspecify.annotations.NullMarked;
