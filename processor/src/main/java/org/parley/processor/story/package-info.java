/// The lane's decision: which articles are copies of one another. A function of the lane's log.
@NullMarked
package org.parley.processor.story;

import org.jspecify.annotations.NullMarked;
