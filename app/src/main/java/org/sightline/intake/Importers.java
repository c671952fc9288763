package org.sightline.intake;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.sightline.graphql.http.Addresses;
import org.sightline.graphql.http.Asked;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.ViewerTransactions;

/** Says as whom a request imports: this machine's operator, a platform operator, or a council. */
@Singleton
final class Importers {
  private final Addresses addresses;
  private final ViewerTransactions transactions;
  private final ImportService imports;
  private final ReturnService returns;
  private final PlanSheetService plans;

  Importers(
      Addresses addresses,
      ViewerTransactions transactions,
      ImportService imports,
      ReturnService returns,
      PlanSheetService plans) {
    this.addresses = addresses;
    this.transactions = transactions;
    this.imports = imports;
    this.returns = returns;
    this.plans = plans;
  }

  /** The answer to a request, or its refusal; a body that was not read ends the connection. */
  HttpResponse<?> answer(HttpRequest<?> request, Function<Importer, HttpResponse<?>> work) {
    if (ImportGuard.isOfThisMachine(request)) {
      return work.apply(new OfficialImporter(imports, null));
    }
    HttpResponse<?> response = addresses.answer(request, asked -> work.apply(importer(asked)));
    boolean isRefused = response.code() >= 400;
    if (isRefused && response instanceof MutableHttpResponse<?> refusal) {
      refusal.header(HttpHeaders.CONNECTION, "close");
    }
    return response;
  }

  /** The same, for what only operators may ask. */
  HttpResponse<?> answerOperator(HttpRequest<?> request, Function<Importer, HttpResponse<?>> work) {
    return answer(
        request,
        importer -> {
          if (importer instanceof CouncilImporter) {
            throw new Forbidden("Mappings are for operators, who import official files.");
          }
          return work.apply(importer);
        });
  }

  private Importer importer(Asked asked) {
    Member member =
        transactions.read(
            asked.viewer(), asked.question(), () -> BoundViewer.current().requireMember());
    return member.has(Role.OPERATOR)
        ? new OfficialImporter(imports, member)
        : new CouncilImporter(returns, plans, asked, member);
  }
}
