package cn.wuyouhall.virtual.golden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frames of one golden file: {@code name: hex}, continued on following lines, {@code #} to the
 * end of a line is a comment, {@code 00*8} and {@code (20 00)*3} repeat. Immutable; every frame
 * handed out is a copy.
 */
public final class GoldenFrames {
  private static final Pattern NAME = Pattern.compile("^([a-z0-9][a-z0-9-]*):(.*)$");
  private static final Pattern PART =
      Pattern.compile(
          "\\(([0-9A-Fa-f ]+)\\)\\*(\\d+)|([0-9A-Fa-f]{2})\\*(\\d+)|([0-9A-Fa-f]{2})(?=\\s|$)");

  private final String file;
  private final Map<String, byte[]> frames;

  private GoldenFrames(String file, Map<String, byte[]> frames) {
    this.file = file;
    this.frames = frames;
  }

  /**
   * Loads the shipped file of that name (without its ending); a missing or malformed one is a
   * mistake of the build.
   */
  public static GoldenFrames load(String name) {
    String file = name + ".txt";
    try (InputStream in =
        GoldenFrames.class.getResourceAsStream("/cn/wuyouhall/virtual/golden/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no golden file " + file);
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading golden file " + file, e);
    }
  }

  /** Reads frames from text; a word that is no hex is refused with its line. */
  public static GoldenFrames parse(String file, String text) {
    Map<String, ByteArrayOutputStream> frames = new LinkedHashMap<>();
    ByteArrayOutputStream current = null;
    int lineNumber = 0;
    for (String line : text.lines().toList()) {
      lineNumber++;
      int comment = line.indexOf('#');
      String rest = (comment < 0 ? line : line.substring(0, comment)).strip();
      Matcher name = NAME.matcher(rest);
      if (name.matches()) {
        current = new ByteArrayOutputStream();
        if (frames.put(name.group(1), current) != null) {
          throw new IllegalStateException(
              file + ":" + lineNumber + ": second frame named " + name.group(1));
        }
        rest = name.group(2).strip();
      }
      if (!rest.isEmpty()) {
        if (current == null || !append(rest, current)) {
          throw new IllegalStateException(file + ":" + lineNumber + ": not hex: " + rest);
        }
      }
    }
    Map<String, byte[]> done = new LinkedHashMap<>();
    frames.forEach((name, bytes) -> done.put(name, bytes.toByteArray()));
    return new GoldenFrames(file, done);
  }

  private static boolean append(String hex, ByteArrayOutputStream out) {
    Matcher part = PART.matcher(hex);
    int at = 0;
    while (at < hex.length()) {
      if (Character.isWhitespace(hex.charAt(at))) {
        at++;
      } else if (part.find(at) && part.start() == at) {
        String digits =
            part.group(1) != null
                ? part.group(1)
                : part.group(3) != null ? part.group(3) : part.group(5);
        String times =
            part.group(2) != null ? part.group(2) : part.group(4) != null ? part.group(4) : "1";
        byte[] bytes = HexFormat.of().parseHex(digits.replace(" ", ""));
        for (int i = Integer.parseInt(times); i > 0; i--) {
          out.writeBytes(bytes);
        }
        at = part.end();
      } else {
        return false;
      }
    }
    return true;
  }

  /** The frame of that name; an unknown name is a programming mistake. */
  public byte[] get(String name) {
    byte[] frame = frames.get(name);
    if (frame == null) {
      throw new IllegalArgumentException("no frame " + name + " in " + file);
    }
    return frame.clone();
  }

  /** Whether there is a frame of that name. */
  public boolean has(String name) {
    return frames.containsKey(name);
  }

  /** All names, in the order of the file. */
  public List<String> names() {
    return new ArrayList<>(frames.keySet());
  }
}
