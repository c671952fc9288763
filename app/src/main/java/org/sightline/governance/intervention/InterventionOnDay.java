package org.sightline.governance.intervention;

import java.time.LocalDate;

/** Whether an intervention held on a day, and why. */
record InterventionOnDay(LocalDate at, Certainty certainty, boolean counted, String sentence) {}
