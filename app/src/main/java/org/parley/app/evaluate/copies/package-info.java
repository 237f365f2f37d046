/// How well copies are told apart: places labelled texts as the lane does, and counts.
@NullMarked
package org.parley.app.evaluate.copies;

import org.jspecify.annotations.NullMarked;
