@NullMarked
package org.sightline.intake.workbook;

import org.jspecify.annotations.NullMarked;
