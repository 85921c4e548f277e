package cn.wuyouhall.packaging.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of this repository.
 *
 * @param path from the repository's root, with forward slashes
 * @param text all of it
 */
record Source(String path, String text) {
  /** Tests run in their module's folder; the root is the first one above with the launcher. */
  private static final Path ROOT = root();

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("hall.cmd"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Files of this ending in every module's {@code src/main}. */
  static List<Source> main(String ending) {
    return in("/src/main/", ending);
  }

  /** Files of this ending in every module's {@code src/test}. */
  static List<Source> tests(String ending) {
    return in("/src/test/", ending);
  }

  String folder() {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static List<Source> in(String part, String ending) {
    var sources = new ArrayList<Source>();
    for (var top : List.of("src", "kiosk", "clerk-app", "resources", "packaging")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(top))) {
        for (var file : (Iterable<Path>) files::iterator) {
          var path = ROOT.relativize(file).toString().replace('\\', '/');
          if (path.endsWith(ending)
              && path.contains(part)
              && !path.contains("/target/")
              && Files.isRegularFile(file)) {
            sources.add(new Source(path, Files.readString(file)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
