package cn.wuyouhall.packaging.command;

import cn.wuyouhall.virtual.VirtualDevices;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code hall devices}: the virtual devices of a hall, under commands on standard input. */
@CommandLine.Command(name = "devices", mixinStandardHelpOptions = true)
public final class DevicesCommand implements Command {
  private final InputStream in;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--dir", paramLabel = "DIR", required = true)
  private Path dir;

  @Option(names = "--papers", paramLabel = "DIR")
  private Path papers;

  @Option(names = "--speed", paramLabel = "TIMES", defaultValue = "1")
  private String speed;

  @Option(names = "--baud", paramLabel = "NAME=RATE")
  private List<String> bauds = List.of();

  @Option(names = "--device", paramLabel = "NAME=KIND[:BAUD[:PORT]]")
  private List<String> devices = List.of();

  @Option(names = "--tcp")
  private boolean tcp;

  @Option(names = "--panel")
  private boolean panel;

  @Option(names = "--keep")
  private boolean keep;

  @Option(names = "--language", paramLabel = "zh-CN|en", defaultValue = "zh-CN")
  private String language;

  /** Reads its commands from that stream. */
  public DevicesCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() {
    List<String> args = new ArrayList<>(List.of("--dir", dir.toString(), "--speed", speed));
    args.addAll(List.of("--language", language));
    if (papers != null) {
      args.addAll(List.of("--papers", papers.toString()));
    }
    bauds.forEach(baud -> args.addAll(List.of("--baud", baud)));
    devices.forEach(device -> args.addAll(List.of("--device", device)));
    if (tcp) {
      args.add("--tcp");
    }
    if (panel) {
      args.add("--panel");
    }
    if (keep) {
      args.add("--keep");
    }
    CommandLine line = spec.commandLine();
    return new VirtualDevices(in, line.getOut(), line.getErr()).run(args);
  }
}
