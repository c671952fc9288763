package org.sightline.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sightline.graphql.http.Asked;
import org.sightline.tenancy.Member;

/** Brings the own council's returns and plans in; each call is bound to the member anew. */
record CouncilImporter(ReturnService returns, PlanSheetService plans, Asked asked, Member member)
    implements Importer {
  @Override
  public String places() {
    return member.organisationCode();
  }

  @Override
  public void requireUpload() {
    returns.requireUploader(asked.viewer(), asked.question());
  }

  @Override
  public Importing begin(ImportForm form) throws IOException {
    return form.isPlanSheet()
        ? plans.begin(asked.viewer(), asked.question(), form.planSheetRequest())
        : returns.begin(asked.viewer(), asked.question(), form.returnRequest());
  }

  @Override
  public Optional<ImportRun> find(UUID id) {
    return returns.find(asked.viewer(), asked.question(), id);
  }

  @Override
  public List<ImportRun> list(int limit) {
    return returns.list(asked.viewer(), asked.question(), limit);
  }

  @Override
  public boolean cancel(UUID id) {
    return returns.cancel(asked.viewer(), asked.question(), id);
  }

  @Override
  public void forEachRejection(UUID id, Consumer<Rejection> consumer) {
    returns.forEachRejection(asked.viewer(), asked.question(), id, consumer);
  }
}
