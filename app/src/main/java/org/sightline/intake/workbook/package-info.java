/**
 * Workbooks (XLSX) as rows of text, read as a stranger's: every part is measured while it is
 * inflated, before anything of it is kept, no entity is resolved and no formula is computed.
 */
@NullMarked
package org.sightline.intake.workbook;

import org.jspecify.annotations.NullMarked;
