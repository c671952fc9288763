package org.sightline.intake;

import io.micronaut.http.multipart.CompletedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects the parts of a form; the server has put large ones on disk. */
final class FormParts implements Subscriber<CompletedPart> {
  private final List<CompletedPart> parts = new ArrayList<>();
  private final CompletableFuture<List<CompletedPart>> whole = new CompletableFuture<>();

  private FormParts() {}

  /**
   * Waits for all of them.
   *
   * @throws RuntimeException what the server found wrong with the body
   */
  static List<CompletedPart> of(Publisher<CompletedPart> body) {
    FormParts parts = new FormParts();
    body.subscribe(parts);
    try {
      return parts.whole.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(CompletedPart part) {
    parts.add(part);
  }

  @Override
  public void onError(Throwable error) {
    whole.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    whole.complete(parts);
  }
}
