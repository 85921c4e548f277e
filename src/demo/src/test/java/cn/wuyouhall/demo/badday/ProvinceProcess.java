package cn.wuyouhall.demo.badday;

import cn.wuyouhall.virtual.platform.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** The province's sandbox in a process of its own, to be killed. Arguments: port, folder. */
public final class ProvinceProcess {
  private ProvinceProcess() {}

  /** Says its address and answers until it is killed. */
  public static void main(String[] arguments) throws IOException {
    Sandbox sandbox =
        Sandbox.start(
            Integer.parseInt(arguments[0]), Path.of(arguments[1]), InstantSource.system());
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(sandbox.url());
    while (true) {
      LockSupport.park();
    }
  }
}
