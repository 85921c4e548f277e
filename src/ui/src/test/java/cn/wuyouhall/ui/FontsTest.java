package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FontsTest {
  @Test
  void aFamilyWithChineseIsChosenByName() {
    String family = Fonts.family().orElseThrow();
    assertTrue(Fonts.WANTED.contains(family));
    assertEquals(family, Font.font(family, 20).getFamily());
  }

  @Test
  void itsDigitsHaveOneWidth() {
    Font font = Font.font(Fonts.family().orElseThrow(), 100);
    Set<Long> widths = new HashSet<>();
    for (char digit = '0'; digit <= '9'; digit++) {
      Text text = new Text(String.valueOf(digit));
      text.setFont(font);
      widths.add(Math.round(text.getLayoutBounds().getWidth()));
    }
    assertEquals(1, widths.size(), widths::toString);
  }
}
