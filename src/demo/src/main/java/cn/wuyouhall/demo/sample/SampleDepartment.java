package cn.wuyouhall.demo.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A department of the sample hall.
 *
 * @param number two digits, its part of the basic code
 * @param ownWindow whether its generated items may be accepted only at its own window
 * @param laws what its generated items cite, without the book-title marks
 */
record SampleDepartment(
    String number,
    String id,
    String uscc,
    String subCentre,
    boolean ownWindow,
    String name,
    String nameEn,
    List<String> laws) {

  /** All departments by id, in their order. */
  static Map<String, SampleDepartment> all() {
    Map<String, SampleDepartment> all = new LinkedHashMap<>();
    for (String[] row : SampleFiles.rows("departments.txt")) {
      String uscc = SampleCodes.uscc(row[2], Integer.parseInt(row[0]));
      all.put(
          row[1],
          new SampleDepartment(
              row[0],
              row[1],
              uscc,
              row[3],
              row[4].equals("o"),
              row[5],
              row[6],
              List.of(row[7].split(";"))));
    }
    return all;
  }
}
