package org.sightline.access.log;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.http.Asked;
import org.sightline.tenancy.ViewerTransactions;

/** An export part by part: each is read in a transaction of its own when the one before is gone. */
@SuppressWarnings("JdkObsolete") // What SequenceInputStream asks for.
final class AccessLogParts implements Enumeration<InputStream> {
  private static final int PART = 1_000;

  private final ViewerTransactions transactions;
  private final AccessLogService log;
  private final Asked asked;
  private final AccessLogFilter filter;

  private @Nullable AccessLogEntry last;
  private InputStream next;
  private boolean isLast;
  private boolean isGiven;

  /** Reads the first part, so that who may not is refused before anything is sent. */
  AccessLogParts(
      ViewerTransactions transactions, AccessLogService log, Asked asked, AccessLogFilter filter) {
    this.transactions = transactions;
    this.log = log;
    this.asked = asked;
    this.filter = filter;
    next = transactions.read(asked.viewer(), asked.question(), () -> part(AccessLogCsv.HEADER));
  }

  @Override
  public boolean hasMoreElements() {
    if (isGiven && !isLast) {
      next = transactions.read(asked.viewer(), asked.question(), () -> part(""));
      isGiven = false;
    }
    return !isGiven;
  }

  @Override
  public InputStream nextElement() {
    if (!hasMoreElements()) {
      throw new NoSuchElementException("The log has no further part.");
    }
    isGiven = true;
    InputStream given = next;
    next = new ByteArrayInputStream(new byte[0]);
    return given;
  }

  private InputStream part(String header) {
    List<AccessLogEntry> entries = log.part(filter, last, PART);
    isLast = entries.size() < PART;
    last = entries.isEmpty() ? last : entries.getLast();
    return AccessLogCsv.lines(header, entries, log.readers(entries));
  }
}
