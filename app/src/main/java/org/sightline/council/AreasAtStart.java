package org.sightline.council;

import jakarta.inject.Singleton;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** Reads the areas once at the start: what a question costs is reckoned before anything is read. */
@Singleton
public final class AreasAtStart {
  private final ViewerTransactions transactions;
  private final AreaService areas;

  AreasAtStart(ViewerTransactions transactions, AreaService areas) {
    this.transactions = transactions;
    this.areas = areas;
  }

  /** Reads them; what they say of the sizes of groups is kept. */
  public void read() {
    Areas _ =
        transactions.read(Viewer.ANONYMOUS, new Question("start", null, "the areas"), areas::all);
  }
}
