@NullMarked
package org.sightline.access.member;

import org.jspecify.annotations.NullMarked;
