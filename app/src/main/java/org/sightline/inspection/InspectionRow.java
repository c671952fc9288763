package org.sightline.inspection;

/** That there is an inspection, before anything is known of it. */
record InspectionRow(int key, int councilKey, String framework, RecordAccess access, int version) {}
