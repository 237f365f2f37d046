/// Replay: a corpus through a world of its own, the same output at every run.
@NullMarked
package org.parley.app.replay;

import org.jspecify.annotations.NullMarked;
