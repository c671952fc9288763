package org.sightline;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Counts the statements that the service sends, the binding of the viewer included. It stands under
 * the framework's own wrapping of data sources, which looks for its own outermost.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StatementCount implements BeanCreatedEventListener<DataSource> {
  private final AtomicLong executed = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();

  public void reset() {
    executed.set(0);
    taken.set(0);
  }

  /** How many connections were asked for, whether one was had or not. */
  public long connections() {
    return taken.get();
  }

  public long total() {
    return executed.get();
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    return watched(DataSource.class, event.getBean());
  }

  private <T> T watched(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (Statement.class.isAssignableFrom(type)
                  && method.getName().startsWith("execute")) {
                executed.incrementAndGet();
              }
              if (method.getName().equals("getConnection") && type == DataSource.class) {
                taken.incrementAndGet();
              }
              try {
                Object result = method.invoke(target, arguments);
                return method.getName().equals("unwrap") ? result : watchedResult(result);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Object watchedResult(Object result) {
    return switch (result) {
      case Connection connection -> watched(Connection.class, connection);
      case PreparedStatement statement -> watched(PreparedStatement.class, statement);
      case null, default -> result;
    };
  }
}
