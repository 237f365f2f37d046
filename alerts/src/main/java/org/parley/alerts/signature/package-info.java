/// Standard Webhooks signatures: made for what we send, checked for those who receive.
@NullMarked
package org.parley.alerts.signature;

import org.jspecify.annotations.NullMarked;
