package org.sightline.plan;

/** That an action answers a finding which the viewer may see as well. */
public record ActionFinding(int actionKey, int findingKey) {}
