/**
 * Plans of several councils side by side, by what their statuses mean and never by their colours.
 *
 * <p>Asks the rooms of plans and of their status reports, and owns nothing but the question. A plan
 * out of the viewer's sight changes nothing here: neither a figure nor a list nor a count.
 */
@NullMarked
package org.sightline.plan.comparison;

import org.jspecify.annotations.NullMarked;
