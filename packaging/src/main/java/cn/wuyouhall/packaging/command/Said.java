package cn.wuyouhall.packaging.command;

import cn.wuyouhall.station.StationRefused;
import cn.wuyouhall.station.settings.SettingsFile.Fault;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.ui.Texts;
import java.nio.file.Path;
import java.util.Locale;

/** The sentences of the command line, in the language of the machine. */
final class Said {
  /** Read once a process, and only by a command that has something to say. */
  private static final class Sentences {
    static final Texts TEXTS = Texts.of("cli", "codes", "common");
  }

  private final Locale language =
      Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage())
          ? Texts.CHINESE
          : Texts.ENGLISH;

  /** The sentence under a key. */
  String say(String key, Object... arguments) {
    return Sentences.TEXTS.in(language, key, arguments);
  }

  /** A fault of the settings with its file and line. */
  String fault(Path file, Fault fault) {
    String where = fault.line() == 0 ? file.toString() : file + ":" + fault.line();
    return where + ": " + say(fault.code(), fault.key(), fault.value());
  }

  /** Why a store failed or was not opened. */
  String store(StoreException failure) {
    String sentence =
        failure instanceof StoreRefused refused
            ? say("store." + refused.code(), refused.path(), refused.detail().orElse(""))
            : say("store." + failure.code(), "", "");
    return sentence + " [" + failure.code() + "]";
  }

  /** Why a station does not start. */
  String refused(StationRefused refusal) {
    return say("start." + refusal.code(), refusal.details().toArray())
        + " ["
        + refusal.code()
        + "]";
  }
}
