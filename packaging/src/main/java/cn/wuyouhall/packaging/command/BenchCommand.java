package cn.wuyouhall.packaging.command;

import cn.wuyouhall.demo.bench.Bench;
import cn.wuyouhall.demo.bench.ScreenBenches;
import cn.wuyouhall.demo.bench.StoreBenches;
import cn.wuyouhall.packaging.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/**
 * {@code hall bench [NAME]}: speed and memory as ratios and sizes from one run. Exits 1 when a
 * limit is not kept.
 */
@CommandLine.Command(name = "bench", mixinStandardHelpOptions = true)
public final class BenchCommand implements Command {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME")
  private String name;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("hall-bench");
    List<Bench> rows = new ArrayList<>(new StoreBenches(folder).rows());
    rows.addAll(new ScreenBenches(folder).rows());
    List<Bench> chosen =
        rows.stream().filter(row -> name == null || row.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), String.join(" ", rows.stream().map(Bench::name).toList()));
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean kept = true;
    for (Bench row : chosen) {
      Bench.Measured measured = row.run().call();
      kept &= measured.value() <= row.limit();
      out.println(row.row(measured));
      out.flush();
    }
    return kept ? ExitCode.OK : ExitCode.FAILED;
  }
}
