package cn.wuyouhall.clerk;

import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.StatusStrip;
import java.io.ByteArrayInputStream;
import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** A paper over the desk: look, print, save. */
final class PaperView {
  private static final double PAGE_WIDTH = 760;

  private final PaperModel model;
  private final Parent root;

  @FXML private Label title;
  @FXML private Label number;
  @FXML private ActionButton print;
  @FXML private ActionButton save;
  @FXML private ActionButton close;
  @FXML private StatusStrip sentence;
  @FXML private ScrollPane scroll;
  @FXML private VBox pages;

  PaperView(Around around, PaperModel model, Runnable leave) {
    this.model = model;
    this.root = Views.load("paper", this, around.texts());
    title.textProperty().bind(around.texts().bound(model.kind()));
    number.setText(model.number());
    print.setOnAction(event -> model.print());
    save.setOnAction(event -> chooseFile());
    close.setOnAction(event -> leave.run());
    model
        .pagesProperty()
        .subscribe(
            drawn -> pages.getChildren().setAll(drawn.stream().map(PaperView::page).toList()));
    model.sentenceProperty().subscribe(words -> sentence.say(words));
  }

  private static Node page(byte[] png) {
    ImageView view = new ImageView(new Image(new ByteArrayInputStream(png)));
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(PAGE_WIDTH);
    return view;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(
        model.number().replaceAll("[^\\p{L}\\p{N}()\uff08\uff09-]", "_") + ".pdf");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
    File file = chooser.showSaveDialog(root.getScene().getWindow());
    if (file != null) {
      model.save(file.toPath());
    }
  }

  Parent root() {
    return root;
  }

  void focus() {
    scroll.requestFocus();
  }
}
