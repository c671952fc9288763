/**
 * What a plan's status was at a day: reports made from its actions or from counts that somebody
 * stated, their totals checked against their parts, and what moved between any two.
 *
 * <p>Owns the status reports, which nothing changes once they are issued: a correction is a new
 * revision. What a report does not state is missing and never 0. Two reports are compared by what
 * their statuses mean, never by colour.
 */
@NullMarked
package org.sightline.plan.report;

import org.jspecify.annotations.NullMarked;
