/// What a subscriber is told of a story, and when.
@NullMarked
package org.parley.processor.alert;

import org.jspecify.annotations.NullMarked;
