package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/**
 * The head of every page but the first: back, the question, first page (ids {@code back}, {@code
 * title}, {@code home}).
 */
public final class PageHeader extends BorderPane {
  private final Button back = button("back", "%back", Signs.BACK);
  private final Button home = button("home", "%home", Signs.HOME);
  private final Label title = new Label();

  /** A head without a title yet. */
  public PageHeader() {
    getStyleClass().add("page-header");
    title.setId("title");
    title.getStyleClass().add("text-title");
    title.setWrapText(true);
    title.setTextAlignment(TextAlignment.CENTER);
    back.setMinWidth(Region.USE_PREF_SIZE);
    home.setMinWidth(Region.USE_PREF_SIZE);
    setLeft(back);
    setCenter(title);
    setRight(home);
  }

  private static Button button(String id, String words, Signs sign) {
    Button button = new Button(words, new Sign(sign));
    button.setId(id);
    button.getStyleClass().add("head-button");
    return button;
  }

  /** The question. */
  public String getTitle() {
    return title.getText();
  }

  /** Sets the question. */
  public void setTitle(String question) {
    title.setText(question);
  }

  /** Says something else in the title's place. */
  void say(String words) {
    title.textProperty().unbind();
    title.setText(words);
  }

  void connect(Around around) {
    back.textProperty().bind(around.texts().bound("back"));
    home.textProperty().bind(around.texts().bound("home"));
    back.setOnAction(event -> around.visit().back());
    home.setOnAction(event -> around.visit().home());
  }
}
