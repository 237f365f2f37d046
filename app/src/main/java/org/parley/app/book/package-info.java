/// Accepting and listing watches and endpoints.
@NullMarked
package org.parley.app.book;

import org.jspecify.annotations.NullMarked;
