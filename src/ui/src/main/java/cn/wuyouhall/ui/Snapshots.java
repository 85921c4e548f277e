package cn.wuyouhall.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Pictures of screens, for documents, tests and the demo's output. */
public final class Snapshots {
  private Snapshots() {}

  /** The whole scene as it would be painted now. FX thread. */
  public static Image of(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene.snapshot(null);
  }

  /** One node with what is in it. FX thread. */
  public static Image of(Node node) {
    return node.snapshot(new SnapshotParameters(), null);
  }

  /** Takes the scene on the FX thread and writes it as PNG on this one, which must be another. */
  public static void save(Scene scene, Path png) {
    if (Platform.isFxApplicationThread()) {
      write(of(scene), png);
      return;
    }
    CompletableFuture<Image> taken = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        taken.complete(of(scene));
      } catch (RuntimeException e) {
        taken.completeExceptionally(e);
      }
    });
    write(taken.join(), png);
  }

  /** Writes an image as PNG, making its folders. Any thread; blocks. */
  public static void write(Image image, Path png) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Path folder = png.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!ImageIO.write(picture, "png", png.toFile())) {
        throw new IOException("no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("picture " + png.getFileName(), e);
    }
  }
}
