/// What tests are made of.
@NullMarked
package org.parley.testkit;

import org.jspecify.annotations.NullMarked;
