/// How a running Parley is doing, over HTTP: health for whoever restarts it, metrics for whoever
/// watches it.
@NullMarked
package org.parley.console;

import org.jspecify.annotations.NullMarked;
