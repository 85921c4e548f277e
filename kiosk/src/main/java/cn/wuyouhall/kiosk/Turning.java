package cn.wuyouhall.kiosk;

import java.util.Arrays;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/**
 * Lays its children below each other on an upright glass and beside each other on a wide one. The
 * shares of the length come as {@code wide="3,2"} and {@code tall="0,1"}; 0 takes what it needs.
 */
public final class Turning extends GridPane {
  private String wide = "";
  private String tall = "";
  private boolean isWide;

  /** Upright until it is on a scene. */
  public Turning() {
    getChildren().addListener(this::follow);
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            isWide = scene.getWidth() > scene.getHeight();
            arrange();
          }
        });
  }

  /** Shares of the width on a wide glass. */
  public String getWide() {
    return wide;
  }

  /** Sets the shares of the width on a wide glass. */
  public void setWide(String shares) {
    wide = shares;
    arrange();
  }

  /** Shares of the height on an upright glass. */
  public String getTall() {
    return tall;
  }

  /** Sets the shares of the height on an upright glass. */
  public void setTall(String shares) {
    tall = shares;
    arrange();
  }

  private void follow(ListChangeListener.Change<? extends Node> change) {
    while (change.next()) {
      change
          .getAddedSubList()
          .forEach(child -> child.managedProperty().subscribe(managed -> arrange()));
    }
    arrange();
  }

  private void arrange() {
    getColumnConstraints().clear();
    getRowConstraints().clear();
    int[] given = shares(isWide ? wide : tall);
    int[] shares = new int[getChildren().size()];
    for (int i = 0; i < shares.length; i++) {
      boolean managed = getChildren().get(i).isManaged();
      shares[i] = !managed ? 0 : i < given.length ? given[i] : 1;
    }
    int place = 0;
    for (int i = 0; i < shares.length; i++) {
      Node child = getChildren().get(i);
      if (!child.isManaged()) {
        GridPane.setConstraints(child, 0, 0);
        continue;
      }
      GridPane.setConstraints(child, isWide ? place : 0, isWide ? 0 : place);
      if (isWide) {
        getColumnConstraints().add(column(shares[i], shares));
      } else {
        getRowConstraints().add(row(shares[i]));
      }
      place++;
    }
    if (isWide) {
      getRowConstraints().add(row(1));
    } else {
      getColumnConstraints().add(column(1, new int[] {1}));
    }
  }

  private static ColumnConstraints column(int share, int[] all) {
    ColumnConstraints column = new ColumnConstraints();
    column.setFillWidth(true);
    column.setHalignment(HPos.CENTER);
    if (share > 0) {
      column.setPercentWidth(100.0 * share / Math.max(1, Arrays.stream(all).sum()));
    }
    return column;
  }

  private static RowConstraints row(int share) {
    RowConstraints row = new RowConstraints();
    row.setFillHeight(true);
    row.setValignment(VPos.CENTER);
    row.setVgrow(share > 0 ? Priority.ALWAYS : Priority.NEVER);
    return row;
  }

  private static int[] shares(String list) {
    return list.isBlank()
        ? new int[0]
        : Arrays.stream(list.split(",")).map(String::strip).mapToInt(Integer::parseInt).toArray();
  }
}
