package cn.wuyouhall.clerk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.HandTimers;
import cn.wuyouhall.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInModelTest {
  @TempDir Path folder;

  @Test
  void wrongAndRightAreSaidAndNothingElse() throws Exception {
    try (TestHall hall = new TestHall(folder)) {
      List<Session> sessions = new ArrayList<>();
      SignInModel model =
          new SignInModel(
              new Around(
                  hall.clerk(),
                  Background.sameThread(),
                  new HandTimers(),
                  Texts.strict("clerk", "codes")),
              sessions::add);
      model.signIn("0312", new char[0]);
      assertEquals("请输入工号和密码。", model.sentenceProperty().get());
      model.signIn("0312", "1111".toCharArray());
      String wrong = "工号或密码不对。连续输错 5 次后，要等 5 分钟才能再试。";
      assertEquals(wrong, model.sentenceProperty().get());
      model.signIn("9999", "1111".toCharArray());
      assertEquals(wrong, model.sentenceProperty().get());
      model.signIn("0312", "2468".toCharArray());
      assertEquals("王小明", sessions.getFirst().name());
      for (int i = 0; i < 5; i++) {
        model.signIn("0312", "1111".toCharArray());
      }
      assertEquals(wrong, model.sentenceProperty().get());
    }
  }
}
