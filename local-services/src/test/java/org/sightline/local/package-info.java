/** Real servers and really killed processes; nothing here is pretended. */
@NullMarked
package org.sightline.local;

import org.jspecify.annotations.NullMarked;
