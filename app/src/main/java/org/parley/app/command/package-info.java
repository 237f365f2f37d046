/// The subcommands of parley.
@NullMarked
package org.parley.app.command;

import org.jspecify.annotations.NullMarked;
