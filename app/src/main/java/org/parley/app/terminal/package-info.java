/// What a person sees: colours, progress, alerts in words.
@NullMarked
package org.parley.app.terminal;

import org.jspecify.annotations.NullMarked;
