/**
 * Councils, with their dated codes and names, regions, joint returns, neighbour models and groups.
 *
 * <p>Owns the areas that figures stand for. A council keeps one identity through changes of code
 * and name. Areas made up for the demonstration are kept apart from real ones. Everything here is
 * public reference data. Other rooms ask {@code AreaService}, {@code NeighbourService} and {@code
 * CouncilGroupService}.
 */
@NullMarked
package org.sightline.council;

import org.jspecify.annotations.NullMarked;
