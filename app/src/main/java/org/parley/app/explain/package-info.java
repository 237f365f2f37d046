/// Why an article has the mentions that it has, and no others.
@NullMarked
package org.parley.app.explain;

import org.jspecify.annotations.NullMarked;
