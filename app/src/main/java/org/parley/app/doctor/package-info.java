/// What is wrong with an installation, and what to do about it.
@NullMarked
package org.parley.app.doctor;

import org.jspecify.annotations.NullMarked;
