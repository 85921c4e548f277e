package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn.Outcome;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who sits at this window: staff number and PIN, and what came of them. FX thread. */
final class SignInModel {
  private final Around around;
  private final Consumer<Session> signedIn;
  private final BooleanProperty checking = new SimpleBooleanProperty(this, "checking");
  private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");

  SignInModel(Around around, Consumer<Session> signedIn) {
    this.around = around;
    this.signedIn = signedIn;
  }

  /** Checks the PIN, which takes about a third of a second on purpose; a second Enter waits. */
  void signIn(String number, char[] pin) {
    if (checking.get()) {
      return;
    }
    if (number.isBlank() || pin.length == 0) {
      sentence.set(around.texts().get("sign-in.incomplete"));
      return;
    }
    sentence.set("");
    checking.set(true);
    around
        .work()
        .run(() -> around.station().signIn().signIn(number, pin))
        .then(this::show)
        .otherwise(failure -> {
          checking.set(false);
          sentence.set(around.texts().get("sentence.failure", failure.code()));
        });
  }

  private void show(Outcome outcome) {
    checking.set(false);
    sentence.set(
        switch (outcome) {
          case Outcome.SignedIn in when !in.session().roles().contains(Role.CLERK) ->
              around.texts().get("sign-in.no-role");
          case Outcome.SignedIn in -> {
            signedIn.accept(in.session());
            yield "";
          }
          case Outcome.Wrong wrong -> around.texts().count("sign-in.wrong", wrong.triesLeft());
          case Outcome.Paused paused ->
              around.texts().get("sign-in.paused", Words.time(paused.until()));
          case Outcome.HallAway() -> around.texts().get("sign-in.hall-away");
        });
  }

  /** Whether the PIN is being checked now. */
  ReadOnlyBooleanProperty checkingProperty() {
    return checking;
  }

  /** What is to be said; blank for nothing. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence;
  }
}
