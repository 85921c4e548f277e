package cn.wuyouhall.demo.mutant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A port with something between its caller and itself. */
final class Wrapped {
  private Wrapped() {}

  /** What stands between. */
  interface Between {
    /**
     * Called for each call of the port.
     *
     * @param method the method's name
     * @param arguments its arguments
     * @param on does it, with other arguments too
     */
    Object call(String method, Object[] arguments, On on) throws Throwable;
  }

  /** Does what was called, for real. */
  interface On {
    Object call(Object... arguments) throws Throwable;
  }

  static <P> P port(Class<P> type, P real, Between between) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          Object[] given = arguments == null ? new Object[0] : arguments;
          return between.call(method.getName(), given, with -> on(method, real, with));
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object on(Method method, Object real, Object... arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
