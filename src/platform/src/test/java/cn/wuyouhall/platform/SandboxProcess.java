package cn.wuyouhall.platform;

import cn.wuyouhall.virtual.platform.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A sandbox as a process of its own, so that a test can kill it as an outage does. */
final class SandboxProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  private SandboxProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** What runs in the other process; says its address and stays until killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Sandbox sandbox = Sandbox.start(Integer.parseInt(args[0]), Path.of(args[1]), Clock.systemUTC());
    System.out.println(sandbox.url());
    Thread.currentThread().join();
  }

  static SandboxProcess start(int port, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxProcess.class.getName(),
                Integer.toString(port),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String url =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (url == null) {
      throw new IOException("the sandbox did not start");
    }
    return new SandboxProcess(process, url);
  }

  String url() {
    return url;
  }

  int port() {
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
  }

  @Override
  public void close() {
    kill();
  }

  /** As a power cut: no chance to tidy up. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
