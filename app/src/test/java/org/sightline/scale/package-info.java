/**
 * What questions cost a processor, and how that grows with the data: a year, three and ten of all
 * England's returns, plans, inspections and reads, asked of instances as processes. Prints the
 * tables of docs/guides/scale.md. No assertion is about time.
 */
@NullMarked
package org.sightline.scale;

import org.jspecify.annotations.NullMarked;
