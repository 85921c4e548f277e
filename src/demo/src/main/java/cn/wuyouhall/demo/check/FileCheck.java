package cn.wuyouhall.demo.check;

import java.nio.file.Path;
import java.util.List;

/** What no file may hold in clear. */
final class FileCheck {
  /** The property of the grade in what the pad seals (the contract's {@code RatingContent}). */
  private static final List<String> GRADES =
      List.of("\"satisfaction\"", "satisfaction=", "VERY_SATISFIED", "DISSATISFIED");

  private final Evidence evidence;
  private final Notebook notes;

  FileCheck(Evidence evidence, Notebook notes) {
    this.evidence = evidence;
    this.notes = notes;
  }

  void run() {
    for (Path file : ClearText.files(evidence.hallFiles())) {
      byte[] bytes = ClearText.bytes(file);
      String name = file.getFileName().toString();
      for (String grade : GRADES) {
        notes.see(
            Rule.GRADES_SEALED, !holds(bytes, grade), "%s of %s holds a grade", name, parent(file));
      }
      for (int i = 0; i < evidence.personal().size(); i++) {
        notes.see(
            Rule.PERSONAL_DATA,
            !holds(bytes, evidence.personal().get(i)),
            "%s of %s holds clear value %d of those played",
            name,
            parent(file),
            i + 1);
      }
    }
    if (evidence.personal().isEmpty()) {
      notes.note(Rule.PERSONAL_DATA, "no clear values were named: nothing was looked for");
    }
  }

  private static String parent(Path file) {
    return String.valueOf(file.toAbsolutePath().getParent().getFileName());
  }

  private static boolean holds(byte[] bytes, String text) {
    return ClearText.forms(text).stream().anyMatch(form -> ClearText.holds(bytes, form));
  }
}
