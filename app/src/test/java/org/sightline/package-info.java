/** The program as a whole: its commands, the rules of the house, and what other tests stand on. */
@NullMarked
package org.sightline;

import org.jspecify.annotations.NullMarked;
