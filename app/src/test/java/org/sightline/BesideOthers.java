package org.sightline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Marks test classes that run beside others, their own tests one after the other. They have a
 * database of their own, and neither measure nor touch Keycloak, the log, the system's properties
 * or its output. A class that measures wants JUnit's {@code Isolated} instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = BesideOthers.ItsOwn.class)
public @interface BesideOthers {
  /** The {@code Order} of the longest: whoever begins last is waited for at the end. */
  int FIRST = 1;

  /** What nobody else locks: JUnit runs the tests of a class that locks something in one thread. */
  final class ItsOwn implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
      return Set.of(new Lock(testClass.getName()));
    }

    /** Not for what is nested: the class around it holds the lock. */
    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
      return Set.of();
    }
  }
}
