/**
 * Councils' plans for getting better: their workstreams, actions, milestones, and what is meant by
 * their colours.
 *
 * <p>What a council declares of an action stands beside what its dates say on a day; neither
 * replaces the other. Every change of an action is kept, and what somebody else has changed
 * meanwhile is never overwritten. What hangs on a plan is seen with it. Reports of a plan at a day
 * and comparisons of plans are in rooms inside this one.
 */
@NullMarked
package org.sightline.plan;

import org.jspecify.annotations.NullMarked;
