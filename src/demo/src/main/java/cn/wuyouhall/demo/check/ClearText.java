package cn.wuyouhall.demo.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks through the bytes of files for what must not be there in clear. */
final class ClearText {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("GB18030"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private ClearText() {}

  /** Every file below the folders. */
  static List<Path> files(List<Path> folders) {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.exists(folder)) {
        try (Stream<Path> below = Files.walk(folder)) {
          below.filter(Files::isRegularFile).filter(Files::isReadable).sorted().forEach(files::add);
        } catch (IOException fault) {
          throw new UncheckedIOException(folder + " cannot be listed", fault);
        }
      }
    }
    return files.stream().distinct().toList();
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(file + " cannot be read", fault);
    }
  }

  /** The ways in which a text can stand in a file: charsets, and base64 at its three phases. */
  static List<byte[]> forms(String text) {
    List<byte[]> forms = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      byte[] form = text.getBytes(charset);
      if (forms.stream().noneMatch(known -> Arrays.equals(known, form))) {
        forms.add(form);
      }
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int phase = 0; phase < 3; phase++) {
      byte[] shifted = new byte[phase + utf8.length];
      System.arraycopy(utf8, 0, shifted, phase, utf8.length);
      String code = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // Only the characters that depend on nothing before or behind the text.
      int from = phase == 0 ? 0 : phase + 1;
      int until = shifted.length / 3 * 4;
      if (until - from >= 8) {
        forms.add(code.substring(from, until).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return forms;
  }

  static boolean holds(byte[] file, byte[] part) {
    int last = file.length - part.length;
    for (int at = 0; at <= last; at++) {
      if (file[at] == part[0] && Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
