package org.sightline.graphql.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.sightline.graphql.cost.Budgets;
import org.sightline.graphql.cost.Charge;
import org.sightline.graphql.operation.Answer;
import org.sightline.graphql.operation.Operations;
import org.sightline.tenancy.Viewer;

/**
 * Says who sends a request and takes what every request costs, before its body is read: what is
 * wrong in a body is not looked at for nothing.
 */
@Singleton
final class Door {
  private final Callers callers;
  private final ClientAddresses addresses;
  private final Budgets budgets;
  private final Operations operations;

  /**
   * Who stands inside, or is sent away because nothing is left to them.
   *
   * @param refusal the whole answer to whom nothing is left
   */
  record Entered(Viewer viewer, Charge charge, Optional<Answer> refusal) {}

  Door(Callers callers, ClientAddresses addresses, Budgets budgets, Operations operations) {
    this.callers = callers;
    this.addresses = addresses;
    this.budgets = budgets;
    this.operations = operations;
  }

  /**
   * Lets a request in. Whoever may not come in is charged as somebody who has not signed in: tokens
   * are not tried for nothing either.
   *
   * @throws Refusal 401; 503 when tokens cannot be checked
   */
  Entered enter(HttpRequest<?> request) {
    InetAddress address = addresses.of(request);
    try {
      return charged(callers.viewer(request.getHeaders()), address);
    } catch (Refusal refusal) {
      Entered stranger = charged(Viewer.ANONYMOUS, address);
      if (stranger.refusal().isPresent()) {
        return stranger;
      }
      throw refusal;
    }
  }

  private Entered charged(Viewer viewer, InetAddress address) {
    Charge charge = budgets.charge(viewer, address);
    return new Entered(viewer, charge, operations.refusalAtTheDoor(charge));
  }
}
