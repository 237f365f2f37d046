/// The roles: the parts of Parley that run until they are stopped, alone or in one process.
@NullMarked
package org.parley.app.role;

import org.jspecify.annotations.NullMarked;
