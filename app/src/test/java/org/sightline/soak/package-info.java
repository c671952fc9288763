/**
 * What happens to people at work while an operator, or bad luck, takes parts of the system away:
 * instances of the program as processes, behind a balancer, on servers that can be stopped.
 */
@NullMarked
package org.sightline.soak;

import org.jspecify.annotations.NullMarked;
