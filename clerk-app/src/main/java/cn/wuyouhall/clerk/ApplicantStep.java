package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.util.StringConverter;

/** Step 1: who applies. Enter goes on; a card fills it. */
final class ApplicantStep implements StepView {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final List<IdKind> OF_PERSONS =
      List.of(IdKind.RESIDENT, IdKind.PERMANENT_RESIDENT, IdKind.OTHER);

  private final Texts texts;
  private final CaseModel model;
  private final ApplicantForm form;
  private final Parent root;

  @FXML private ToggleButton person;
  @FXML private ToggleButton organisation;
  @FXML private Label nameLabel;
  @FXML private TextField name;
  @FXML private ChoiceBox<IdKind> kind;
  @FXML private TextField number;
  @FXML private Label numberSays;
  @FXML private TextField phone;

  ApplicantStep(Around around, CaseModel model) {
    this.texts = around.texts();
    this.model = model;
    this.form = model.applicant();
    this.root = Views.load("applicant", this, texts);
    name.textProperty().bindBidirectional(form.nameProperty());
    number.textProperty().bindBidirectional(form.numberProperty());
    phone.textProperty().bindBidirectional(form.phoneProperty());
    person.setOnAction(event -> {
      if (isOrganisation()) {
        form.idKindProperty().set(IdKind.RESIDENT);
      }
      render();
    });
    organisation.setOnAction(event -> {
      form.idKindProperty().set(IdKind.ORGANISATION);
      render();
    });
    kind.valueProperty()
        .subscribe(chosen -> {
          if (chosen != null && chosen != form.idKindProperty().get()) {
            form.idKindProperty().set(chosen);
          }
        });
    name.setOnAction(event -> number.requestFocus());
    number.setOnAction(event -> phone.requestFocus());
    phone.setOnAction(event -> next());
  }

  private void next() {
    if (form.isComplete()) {
      model.open(
          model.itemProperty().get().isEmpty() ? CaseModel.Step.ITEM : CaseModel.Step.MATERIALS);
    } else {
      focus();
    }
  }

  private boolean isOrganisation() {
    return form.idKindProperty().get() == IdKind.ORGANISATION;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render() {
    boolean fixed = model.isFixed();
    List.of(name, number, phone).forEach(field -> field.setEditable(!fixed));
    person.setDisable(fixed);
    organisation.setDisable(fixed);
    kind.setDisable(fixed || isOrganisation());
    person.setSelected(!isOrganisation());
    organisation.setSelected(isOrganisation());
    nameLabel.setText(
        texts.get(isOrganisation() ? "applicant.name.organisation" : "applicant.name.person"));
    renderKinds();
    renderNumber();
  }

  private void renderKinds() {
    List<IdKind> kinds = isOrganisation() ? List.of(IdKind.ORGANISATION) : OF_PERSONS;
    String language = texts.locale().toString();
    if (!kinds.equals(kind.getItems()) || !language.equals(kind.getUserData())) {
      kind.setUserData(language);
      kind.setConverter(
          new StringConverter<>() {
            @Override
            public String toString(IdKind value) {
              return value == null ? "" : texts.get("id-kind." + value);
            }

            @Override
            public IdKind fromString(String text) {
              return null;
            }
          });
      kind.getItems().setAll(kinds);
    }
    kind.setValue(form.idKindProperty().get());
  }

  private void renderNumber() {
    Optional<String> fault = form.numberFault();
    boolean typed = !number.getText().isBlank();
    boolean wrong = typed && fault.isPresent();
    number.pseudoClassStateChanged(ERROR, wrong);
    numberSays.getStyleClass().removeAll("text-bad", "text-good", "text-quiet");
    numberSays.getStyleClass().add(wrong ? "text-bad" : typed ? "text-good" : "text-quiet");
    numberSays.setText(
        !typed
            ? texts.get("applicant.number.how")
            : fault.map(texts::get).orElseGet(() -> texts.get("applicant.number.right")));
  }

  @Override
  public void focus() {
    if (name.getText().isBlank()) {
      name.requestFocus();
    } else if (form.numberFault().isPresent()) {
      number.requestFocus();
    } else {
      phone.requestFocus();
    }
  }
}
