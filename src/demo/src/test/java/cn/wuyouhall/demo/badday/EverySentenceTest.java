package cn.wuyouhall.demo.badday;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.platform.Failure;
import cn.wuyouhall.store.StoreException.Code;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that can come to a screen or a console has its sentence in both languages. */
class EverySentenceTest {
  private static void hasItsSentence(String bundle, String key) {
    for (String language : List.of("zh_CN", "en")) {
      ResourceBundle texts =
          ResourceBundle.getBundle("cn.wuyouhall.texts." + bundle + "_" + language);
      assertTrue(
          texts.containsKey(key) && !texts.getString(key).isBlank(),
          key + " has no sentence in " + language);
    }
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void aStoreThatFails(Code code) {
    hasItsSentence("codes", "store." + code);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aDeviceInTrouble(Trouble trouble) {
    hasItsSentence("common", "device." + trouble);
    hasItsSentence("common", "device." + trouble + ".todo");
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void aProvinceThatIsAway(Failure failure) {
    hasItsSentence("common", "failure." + failure.code());
  }

  @ParameterizedTest
  @EnumSource(CallResult.Reason.class)
  void aCallThatIsRefused(CallResult.Reason reason) {
    hasItsSentence("codes", "refused." + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_RULES", "NO_SUCH_WINDOW", "NO_DEVICE", "NO_SUPERVISOR_KEY"})
  void aStationThatDoesNotStart(String code) {
    hasItsSentence("codes", "start." + code);
  }
}
