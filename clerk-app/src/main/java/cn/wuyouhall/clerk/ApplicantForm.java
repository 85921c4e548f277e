package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.IdentityNumber;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.people.Uscc;
import cn.wuyouhall.station.ApplicantCheck;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who applies, as entered so far. FX thread. */
final class ApplicantForm {
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty number = new SimpleStringProperty(this, "number", "");
  private final StringProperty phone = new SimpleStringProperty(this, "phone", "");
  private final ObjectProperty<IdKind> idKind =
      new SimpleObjectProperty<>(this, "idKind", IdKind.RESIDENT);

  /** A form that begins with this person. */
  ApplicantForm(Person person) {
    put(person);
  }

  /** Tells of every change. */
  void onChange(Runnable changed) {
    name.subscribe((before, after) -> changed.run());
    number.subscribe((before, after) -> changed.run());
    phone.subscribe((before, after) -> changed.run());
    idKind.subscribe((before, after) -> changed.run());
  }

  /** The person of a card or a ticket, or of the case before; a phone number is kept. */
  void put(Person person) {
    idKind.set(person.idKind());
    name.set(person.name());
    number.set(person.idNumber());
    phone.set(person.phone().isBlank() ? phone.get() : person.phone());
  }

  /** The person as entered so far. */
  Person person() {
    String entered =
        switch (idKind.get()) {
          case RESIDENT, PERMANENT_RESIDENT ->
              IdentityNumber.of(number.get()).map(IdentityNumber::number).orElse(number.get());
          case ORGANISATION -> Uscc.tidy(number.get());
          case OTHER -> number.get().strip();
        };
    return new Person(
        name.get().strip(),
        idKind.get(),
        entered,
        phone.get().strip(),
        idKind.get() == IdKind.ORGANISATION);
  }

  /** What is wrong with the document number, as the key of its sentence; empty when it fits. */
  Optional<String> numberFault() {
    return switch (idKind.get()) {
      case RESIDENT, PERMANENT_RESIDENT ->
          IdentityNumber.check(number.get()) instanceof IdentityNumber.Checked.Wrong wrong
              ? Optional.of("id-number." + wrong.fault())
              : Optional.empty();
      case ORGANISATION -> Uscc.fault(number.get()).map(fault -> "uscc." + fault);
      case OTHER -> number.get().isBlank() ? Optional.of("id-number.EMPTY") : Optional.empty();
    };
  }

  /** Whether name and number are there and fit. */
  boolean isComplete() {
    return ApplicantCheck.firstFault(person()).isEmpty();
  }

  /** Whether nobody is named. */
  boolean isBlank() {
    return name.get().isBlank() && number.get().isBlank();
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty numberProperty() {
    return number;
  }

  StringProperty phoneProperty() {
    return phone;
  }

  ObjectProperty<IdKind> idKindProperty() {
    return idKind;
  }
}
