package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontCollectionTest {
  private static final Path NOTO =
      Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
  private static final String FAMILY = "Noto Sans CJK SC";

  @TempDir Path folder;

  /** Held against another reader of fonts: every character has the glyph and width it had. */
  @Test
  void theFontAloneIsTheFontOfTheCollection() throws Exception {
    assumeTrue(Files.exists(NOTO), "a machine without Noto Sans CJK");
    Path file = new FontCollection(NOTO).alone(FAMILY, folder).orElseThrow();
    Font alone = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    Font among =
        Arrays.stream(Font.createFonts(NOTO.toFile()))
            .filter(font -> font.getFontName().startsWith(FAMILY))
            .findFirst()
            .orElseThrow();
    assertEquals(among.getFontName(), alone.getFontName());
    assertEquals(among.getNumGlyphs(), alone.getNumGlyphs());
    FontRenderContext plain = new FontRenderContext(null, false, false);
    for (int c = 0x20; c < 0xFFFF; c += 7) {
      assertEquals(among.canDisplay(c), alone.canDisplay(c), Integer.toHexString(c));
    }
    String text = "吴堡县政务服务中心 A001 直角骨令";
    assertEquals(
        among.deriveFont(100f).createGlyphVector(plain, text).getOutline().getBounds2D(),
        alone.deriveFont(100f).createGlyphVector(plain, text).getOutline().getBounds2D());
    assertEquals(Optional.of(file), new FontCollection(NOTO).alone(FAMILY, folder), "again");
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "nothing half written is left");
    }
  }

  @Test
  void aFamilyThatIsNotInItIsNotFound() throws Exception {
    assumeTrue(Files.exists(NOTO), "a machine without Noto Sans CJK");
    assertEquals(Optional.empty(), new FontCollection(NOTO).alone("Noto Sans Klingon", folder));
  }

  @Test
  void whatIsNoCollectionOrCutIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.ttc"), "no font at all, only words");
    assertThrows(IOException.class, () -> new FontCollection(text).alone(FAMILY, folder));
    Path cut = Files.write(folder.resolve("cut.ttc"), new byte[] {'t', 't', 'c', 'f', 0, 2, 0, 0});
    assertThrows(IOException.class, () -> new FontCollection(cut).alone(FAMILY, folder));
  }

  @Test
  void withoutAPlaceToWriteTheFamilyIsOpenedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    assertFalse(Fonts.loadAlone(FAMILY, List.of(NOTO.getParent()), file.resolve("cache")));
    assertFalse(Fonts.loadAlone(FAMILY, List.of(folder), folder), "no collections there");
    assertTrue(Files.exists(file));
  }
}
