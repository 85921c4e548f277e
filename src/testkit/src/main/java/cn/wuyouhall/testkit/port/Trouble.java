package cn.wuyouhall.testkit.port;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Stands between a job and one of its ports and can make single calls fail: so that they never
 * arrive, or so that they take effect and their answer is lost. Every call passes to the real port
 * otherwise. Safe for several threads.
 *
 * @param <P> the port's interface
 */
public final class Trouble<P> {
  private record Plan(int times, boolean arrives, Supplier<RuntimeException> failure) {}

  private final P port;
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private Trouble(Class<P> type, P real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              calls.add(method.getName());
              Plan plan = next(method.getName());
              if (plan != null && !plan.arrives) {
                throw plan.failure.get();
              }
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
              if (plan != null) {
                throw plan.failure.get();
              }
              return answer;
            });
    this.port = type.cast(proxy);
  }

  /** Trouble before this port. */
  public static <P> Trouble<P> before(Class<P> type, P real) {
    return new Trouble<>(type, real);
  }

  /** What the job is given. */
  public P port() {
    return port;
  }

  /** The next calls of this method do not arrive. */
  public void away(String method, int times, Supplier<RuntimeException> failure) {
    plans.put(method, new Plan(times, false, failure));
  }

  /** The next calls of this method take effect, and their answers are lost. */
  public void loseAnswer(String method, int times, Supplier<RuntimeException> failure) {
    plans.put(method, new Plan(times, true, failure));
  }

  /** Everything passes again. */
  public void end() {
    plans.clear();
  }

  /** How often a method was called. */
  public long calls(String method) {
    return calls.stream().filter(method::equals).count();
  }

  private Plan next(String method) {
    Plan[] due = new Plan[1];
    plans.computeIfPresent(
        method,
        (name, plan) -> {
          due[0] = plan;
          return plan.times > 1 ? new Plan(plan.times - 1, plan.arrives, plan.failure) : null;
        });
    return due[0];
  }
}
