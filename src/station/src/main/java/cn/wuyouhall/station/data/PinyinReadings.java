package cn.wuyouhall.station.data;

import cn.wuyouhall.domain.catalogue.Pinyin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Readings of a character from pinyin4j's table: all of them, without tones; none for very rare
 * characters. The table is read here, because what the library itself makes of it takes 17 MB for
 * the life of the program; here it takes a few hundred kilobytes.
 */
public final class PinyinReadings implements Pinyin {
  /** A line is {@code 4E01 (ding1,zheng1)}; {@code (none0)} where there is no reading. */
  private static final String TABLE = "/pinyindb/unicode_to_hanyu_pinyin.txt";

  private static final String NO_READING = "none0";

  private final List<List<String>> distinct = new ArrayList<>(List.of(List.of()));

  /** For each character its place in {@link #distinct}, 0 where it has no reading. */
  private final char[] places = new char[Character.MAX_VALUE + 1];

  /** Reads the table. */
  public PinyinReadings() {
    try (InputStream table = PinyinReadings.class.getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
      Map<List<String>, Character> known = new HashMap<>();
      lines.lines().forEach(line -> add(line, known));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the table of readings cannot be read", unreadable);
    }
  }

  private void add(String line, Map<List<String>, Character> known) {
    int open = line.indexOf('(');
    String all = line.substring(open + 1, line.indexOf(')', open));
    if (!all.equals(NO_READING)) {
      List<String> readings =
          Arrays.stream(all.split(","))
              .map(reading -> reading.replaceAll("\\d", "").replace("u:", "v"))
              .distinct()
              .toList();
      places[Integer.parseInt(line.substring(0, open).strip(), 16)] =
          known.computeIfAbsent(readings, this::placed);
    }
  }

  private char placed(List<String> readings) {
    distinct.add(readings);
    return (char) (distinct.size() - 1);
  }

  @Override
  public List<String> readings(char character) {
    return distinct.get(places[character]);
  }
}
