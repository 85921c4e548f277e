package cn.wuyouhall.virtual.panel;

import cn.wuyouhall.virtual.device.VirtualIdReader;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.device.VirtualScanner;
import cn.wuyouhall.virtual.device.VirtualWindowDisplay;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/** Puts the devices into their columns and shows each new state. FX thread. */
public final class DevicePanelController {
  private final PanelModel model;
  private final Texts texts;
  private final Hands hands;
  private final List<DeviceSection> sections = new ArrayList<>();
  private int shownPaper;

  @FXML private VBox kiosk;
  @FXML private VBox window;
  @FXML private ImageView paper;
  @FXML private Label paperNumber;
  @FXML private Label paperBoxes;
  @FXML private Label status;

  DevicePanelController(PanelModel model, Texts texts, Hands hands) {
    this.model = model;
    this.texts = texts;
    this.hands = hands;
  }

  /** The first printer, reader and scanner belong to the kiosk, everything else to the window. */
  @FXML
  void initialize() {
    List<String> readers = model.names(VirtualIdReader.class);
    List<String> scanners = model.names(VirtualScanner.class);
    readers.stream().limit(1).forEach(name -> put(kiosk, new ReaderSection(name, texts, hands)));
    scanners.stream().limit(1).forEach(name -> put(kiosk, new ScannerSection(name, texts, hands)));
    model.names(VirtualTicketPrinter.class).stream()
        .limit(1)
        .forEach(name -> put(kiosk, new PrinterSection(name, texts, hands)));
    model
        .names(VirtualWindowDisplay.class)
        .forEach(name -> put(window, new StripSection(name, texts, hands)));
    model.names(VirtualPad.class).forEach(name -> put(window, new PadSection(name, texts, hands)));
    readers.stream().skip(1).forEach(name -> put(window, new ReaderSection(name, texts, hands)));
    scanners.stream().skip(1).forEach(name -> put(window, new ScannerSection(name, texts, hands)));
    paperNumber.setText(texts.get("paper.none"));
    status.setText(texts.get("ready"));
  }

  private void put(VBox column, DeviceSection section) {
    column.getChildren().add(section);
    sections.add(section);
  }

  /** Shows what there is now. */
  void show(PanelState now) {
    sections.forEach(section -> section.show(now));
    if (now.paper() != null && now.paper().number() != shownPaper) {
      shownPaper = now.paper().number();
      paper.setImage(new Image(now.paper().picture().toUri().toString()));
      paperNumber.setText(texts.get("paper.number", shownPaper));
      int boxes = now.paper().missingGlyphs();
      paperBoxes.setText(boxes == 0 ? "" : texts.get("paper.boxes", boxes));
      paperBoxes.getStyleClass().remove("state-warn");
      if (boxes > 0) {
        paperBoxes.getStyleClass().add("state-warn");
      }
    }
  }

  /** Shows how a command went. */
  void done(Optional<String> refusal) {
    status.setText(refusal.map(why -> texts.get("failed", why)).orElse(texts.get("ready")));
  }
}
