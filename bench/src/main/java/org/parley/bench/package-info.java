/// Benchmarks: each against a baseline in the same run, on data that it makes itself.
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
