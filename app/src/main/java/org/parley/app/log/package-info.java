/// How the process logs: for a person, or for a machine.
@NullMarked
package org.parley.app.log;

import org.jspecify.annotations.NullMarked;
