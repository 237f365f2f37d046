/// The command line, and the one-process run.
@NullMarked
package org.parley.app;

import org.jspecify.annotations.NullMarked;
