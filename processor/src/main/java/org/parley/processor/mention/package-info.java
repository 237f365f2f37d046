/// Where a text speaks of peace talks, how far they are, and who talks.
@NullMarked
package org.parley.processor.mention;

import org.jspecify.annotations.NullMarked;
