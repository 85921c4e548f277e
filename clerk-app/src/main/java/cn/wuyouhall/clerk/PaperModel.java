package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRecord.Document;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.ShowPaper;
import cn.wuyouhall.station.documents.DocumentKind;
import cn.wuyouhall.ui.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;

/** A paper being looked at: its pages, printing and saving it. FX thread. */
final class PaperModel {
  private static final int SHARP = 150;

  private final Around around;
  private final String kind;
  private final String number;
  private final ObjectProperty<List<byte[]>> pages =
      new SimpleObjectProperty<>(this, "pages", List.of());
  private final Sentence sentence;
  private Optional<byte[]> pdf = Optional.empty();

  private record Drawn(Optional<byte[]> pdf, List<byte[]> pages) {}

  private PaperModel(Around around, String kind, String number) {
    this.around = around;
    this.kind = kind;
    this.number = number;
    this.sentence = new Sentence(around.texts());
  }

  /**
   * A paper, read and drawn in the background.
   *
   * @param kind the key of its name ({@code paper.KIND})
   * @param number its number, or what it is about
   */
  static PaperModel of(
      Around around, String kind, String number, Callable<Optional<byte[]>> bytes) {
    PaperModel model = new PaperModel(around, kind, number);
    around
        .work()
        .run(() -> {
          Optional<byte[]> pdf = bytes.call();
          return new Drawn(
              pdf,
              pdf.map(read -> around.station().showPaper().pages(read, SHARP)).orElse(List.of()));
        })
        .then(model::drawn)
        .otherwise(model.sentence::failed);
    return model;
  }

  /** A paper of a case of this station. */
  static PaperModel of(Around around, Session clerk, CaseRecord record, Document document) {
    DocumentKind which = DocumentKind.valueOf(document.kind());
    return of(
        around,
        document.kind(),
        document.number(),
        () -> around.station().cases().paper(clerk, record.caseId(), which));
  }

  private void drawn(Drawn drawn) {
    pdf = drawn.pdf();
    pages.set(drawn.pages());
    if (pdf.isEmpty()) {
      sentence.say("paper.gone");
    }
  }

  /** Prints it on the office printer. */
  void print() {
    pdf.ifPresent(bytes ->
        around
            .work()
            .run(() -> around.station().showPaper().print(bytes, number))
            .then(outcome -> say("paper.print.", outcome))
            .otherwise(sentence::failed));
  }

  /** Saves it under this name. */
  void save(Path file) {
    pdf.ifPresent(bytes ->
        around
            .work()
            .run(() -> around.station().showPaper().save(bytes, file))
            .then(outcome -> say("paper.save.", outcome))
            .otherwise(sentence::failed));
  }

  private void say(String key, ShowPaper.Outcome outcome) {
    sentence.say(key + outcome);
  }

  /** The key of its name. */
  String kind() {
    return "paper." + kind;
  }

  String number() {
    return number;
  }

  /** Its pages as PNG pictures; empty until they are drawn. */
  ReadOnlyObjectProperty<List<byte[]>> pagesProperty() {
    return pages;
  }

  ObservableStringValue sentenceProperty() {
    return sentence.words();
  }
}
