/**
 * What a change of the contract does to those who use it: the schema beside that of the last
 * release. A breaking change fails the build, a dangerous one is printed, and what is only added
 * passes. Decision 0040 says which is which, and how something may leave.
 */
@NullMarked
package org.sightline.schema.release;

import org.jspecify.annotations.NullMarked;
