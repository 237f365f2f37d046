/// What was given up: looking at it, and trying it again.
@NullMarked
package org.parley.app.deadletter;

import org.jspecify.annotations.NullMarked;
