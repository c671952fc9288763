/**
 * The organisations that take part, and who of them is asking.
 *
 * <p>Owns what members may know of one another's organisations: the name, the kind, the council,
 * and for data owners the advisers whom an agreement may name. The rest of the room {@code access}
 * asks {@code OrganisationService}. The database's policies decide who sees a row.
 */
@NullMarked
package org.sightline.access.organisation;

import org.jspecify.annotations.NullMarked;
