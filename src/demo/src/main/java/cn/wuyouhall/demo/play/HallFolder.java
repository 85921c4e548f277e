package cn.wuyouhall.demo.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder a demo plays in. */
final class HallFolder {
  /** What a demo makes in it; nothing else is ever deleted. */
  private static final List<String> OURS =
      List.of("hall", "tickets", "screens", "documents", "lines", "platform", "voice", "logs");

  private HallFolder() {}

  /** Deletes what an earlier demo left. */
  static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : OURS) {
      Path tree = folder.resolve(name);
      if (Files.exists(tree)) {
        try (Stream<Path> all = Files.walk(tree)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    }
  }
}
