/// How well mentions are found: counts against labelled articles.
@NullMarked
package org.parley.app.evaluate;

import org.jspecify.annotations.NullMarked;
