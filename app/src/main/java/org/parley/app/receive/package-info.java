/// A webhook receiver that verifies what it gets: for the demo, and for those who set one up.
@NullMarked
package org.parley.app.receive;

import org.jspecify.annotations.NullMarked;
