/// Accepting watches and endpoints, on a real broker.
@NullMarked
package org.parley.app.book;

import org.jspecify.annotations.NullMarked;
