/**
 * What is inspected, how it is judged and when: frameworks with their versions, areas, grades,
 * types, clocks and windows, and the themes of visits and findings.
 *
 * <p>All of it is data that the definitions bring; nothing here names a framework. Read only, and
 * public: every room may ask.
 */
@NullMarked
package org.sightline.inspection.framework;

import org.jspecify.annotations.NullMarked;
