/// Feeds as an operator sees them.
@NullMarked
package org.parley.app.feed;

import org.jspecify.annotations.NullMarked;
