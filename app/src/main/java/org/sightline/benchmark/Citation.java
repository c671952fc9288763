package org.sightline.benchmark;

import java.time.LocalDate;

/**
 * Where a benchmark can be had again, as it was asked and as it was known.
 *
 * @param code opaque and safe in an address; grants nothing
 * @param url a relative address that asks for it by GET
 * @param fingerprint of the figures, under a key of this service's database
 * @param basis in a sentence
 */
public record Citation(String code, String url, LocalDate asAt, String fingerprint, String basis) {}
