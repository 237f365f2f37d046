/// What is known of a story: its articles, what each added, what was told of it and what was not.
@NullMarked
package org.parley.app.story;

import org.jspecify.annotations.NullMarked;
