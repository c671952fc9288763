@NullMarked
package org.sightline.access.onboarding;

import org.jspecify.annotations.NullMarked;
