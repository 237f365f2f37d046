/// Which watches want an article: a filter on its tags, then a text query for those who want one.
@NullMarked
package org.parley.processor.watch;

import org.jspecify.annotations.NullMarked;
