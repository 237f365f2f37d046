/// What an operator can set, from file, environment and command line.
@NullMarked
package org.parley.app.config;

import org.jspecify.annotations.NullMarked;
