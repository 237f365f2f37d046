/// What this process tells the console: its roles, its broker, its figures.
@NullMarked
package org.parley.app.console;

import org.jspecify.annotations.NullMarked;
