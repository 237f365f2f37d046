/// Which stories report the same happening in words of their own: topic detection and tracking,
/// online, in the order of the lane's log.
@NullMarked
package org.parley.processor.event;

import org.jspecify.annotations.NullMarked;
