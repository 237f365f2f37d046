/// The topics: name, key, value, settings and JSON encoding of each, said once.
@NullMarked
package org.parley.contract.topic;

import org.jspecify.annotations.NullMarked;
