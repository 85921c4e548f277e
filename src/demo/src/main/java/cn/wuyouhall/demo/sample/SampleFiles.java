package cn.wuyouhall.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the generator's own text files: UTF-8, {@code #} starts a comment line, {@code |} parts.
 */
final class SampleFiles {
  private SampleFiles() {}

  static List<String> lines(String file) {
    return text(SampleFiles.class, file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  static List<String[]> rows(String file) {
    return lines(file).stream().map(line -> line.split("\\|", -1)).toList();
  }

  /** The text of a resource beside {@code place}, or at an absolute path. */
  static String text(Class<?> place, String file) {
    try (InputStream in = place.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
