package org.sightline.plan;

/** That an action waits for another. */
record Dependency(int actionKey, int dependsOnKey) {}
