/// Parley in containers, a role each.
@NullMarked
package org.parley.docker;

import org.jspecify.annotations.NullMarked;
