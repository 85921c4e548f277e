package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.SignIn.Outcome;
import cn.wuyouhall.ui.Sentence;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;

/** Who sits at this window: staff number and PIN, and what came of them. FX thread. */
final class SignInModel {
  private final Around around;
  private final Consumer<Session> signedIn;
  private final BooleanProperty checking = new SimpleBooleanProperty(this, "checking");
  private final Sentence sentence;

  SignInModel(Around around, Consumer<Session> signedIn) {
    this.around = around;
    this.signedIn = signedIn;
    this.sentence = new Sentence(around.texts());
  }

  /** Checks the PIN, which takes about a third of a second on purpose; a second Enter waits. */
  void signIn(String number, char[] pin) {
    if (checking.get()) {
      return;
    }
    if (number.isBlank() || pin.length == 0) {
      sentence.say("sign-in.incomplete");
      return;
    }
    sentence.clear();
    checking.set(true);
    around
        .work()
        .run(() -> around.station().signIn().signIn(number, pin))
        .then(this::show)
        .otherwise(failure -> {
          checking.set(false);
          sentence.failed(failure);
        });
  }

  private void show(Outcome outcome) {
    checking.set(false);
    switch (outcome) {
      case Outcome.SignedIn(Session clerk) when clerk.roles().contains(Role.CLERK) ->
          signedIn.accept(clerk);
      case Outcome.SignedIn other -> sentence.say("sign-in.no-role");
      case Outcome.Wrong() -> sentence.say("sign-in.wrong", SignIn.TRIES, SignIn.PAUSE.toMinutes());
      case Outcome.HallAway() -> sentence.say("sign-in.hall-away");
    }
  }

  /** Whether the PIN is being checked now. */
  ReadOnlyBooleanProperty checkingProperty() {
    return checking;
  }

  /** What is to be said; blank for nothing. */
  ObservableStringValue sentenceProperty() {
    return sentence.words();
  }
}
