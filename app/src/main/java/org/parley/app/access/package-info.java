/// Rights on a secured cluster: what each role needs, what its user lacks, and how to grant it.
@NullMarked
package org.parley.app.access;

import org.jspecify.annotations.NullMarked;
