/// What a watch would have made of a corpus, without touching anything.
@NullMarked
package org.parley.app.trial;

import org.jspecify.annotations.NullMarked;
