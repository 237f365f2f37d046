/// Trying out an endpoint.
@NullMarked
package org.parley.app.probe;

import org.jspecify.annotations.NullMarked;
