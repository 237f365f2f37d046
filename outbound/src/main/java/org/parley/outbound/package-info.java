/// The only HTTP client of the project.
@NullMarked
package org.parley.outbound;

import org.jspecify.annotations.NullMarked;
