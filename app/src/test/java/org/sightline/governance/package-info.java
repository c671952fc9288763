@NullMarked
package org.sightline.governance;

import org.jspecify.annotations.NullMarked;
