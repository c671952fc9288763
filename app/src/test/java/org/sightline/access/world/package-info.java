@NullMarked
package org.sightline.access.world;

import org.jspecify.annotations.NullMarked;
