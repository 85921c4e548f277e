package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRegister.Standing;
import cn.wuyouhall.domain.catalogue.Catalogue.Department;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.AcceptCase.Summary;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.EmptyState;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The right side: rules of the material in hand, the item's guide, the person's recent cases. */
final class GuidePane {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Around around;
  private final Texts texts;
  private final Parent root;
  private final Subscription words;
  private Optional<Visit> visit = Optional.empty();
  private Optional<Item> item = Optional.empty();
  private Optional<InHand> inHand = Optional.empty();
  private Subscription following = Subscription.EMPTY;

  private record InHand(Material material, boolean deferrable, Optional<LocalDate> last) {}

  @FXML private EmptyState nothing;
  @FXML private ScrollPane scroll;
  @FXML private VBox body;

  GuidePane(Around around) {
    this.around = around;
    this.texts = around.texts();
    this.root = Views.load("guide", this, texts);
    words = texts.localeProperty().subscribe(this::render);
    render();
  }

  Parent root() {
    return root;
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
    following.unsubscribe();
  }

  /** Follows a visit: the item looked at, the person's cases. */
  void follow(Optional<Visit> now) {
    following.unsubscribe();
    visit = now;
    item = Optional.empty();
    inHand = Optional.empty();
    now.ifPresent(shown ->
        following =
            shown
                .lookedProperty()
                .subscribe(looked -> looked.ifPresentOrElse(this::look, this::lookAway))
                .and(shown.recentProperty().subscribe(recent -> render())));
    render();
  }

  /** Shows the guide of an item. */
  void look(Item looked) {
    if (item.filter(looked::equals).isEmpty()) {
      inHand = Optional.empty();
      scroll.setVvalue(0);
    }
    item = Optional.of(looked);
    render();
  }

  private void lookAway() {
    item = Optional.empty();
    inHand = Optional.empty();
    render();
  }

  /** No material is in hand any more. */
  void putDown() {
    if (inHand.isPresent()) {
      inHand = Optional.empty();
      render();
    }
  }

  /**
   * Shows what the rules say about a material of an item.
   *
   * @param deferrable whether it may be handed in later
   * @param last the last day for it then
   */
  void material(Item of, Material material, boolean deferrable, Optional<LocalDate> last) {
    Optional<InHand> now = Optional.of(new InHand(material, deferrable, last));
    if (!now.equals(inHand) || !item.equals(Optional.of(of))) {
      item = Optional.of(of);
      inHand = now;
      render();
    }
  }

  private void render() {
    boolean empty =
        item.isEmpty() && visit.map(v -> v.recentProperty().get().isEmpty()).orElse(true);
    nothing.show(Signs.LIST, texts.get("guide.title"), texts.get("guide.empty"));
    nothing.setVisible(empty);
    scroll.setVisible(!empty);
    List<Node> nodes = new ArrayList<>();
    inHand.ifPresent(hand -> addMaterial(hand, nodes));
    item.ifPresent(shown -> addGuide(shown, nodes));
    visit.ifPresent(shown -> addRecent(shown, nodes));
    body.getChildren().setAll(nodes);
  }

  private void addMaterial(InHand hand, List<Node> nodes) {
    Material material = hand.material();
    Instant now = around.station().clock().instant();
    nodes.add(head(texts.get("guide.rules")));
    nodes.add(line(material.name(), "text-strong"));
    List<String> parts = new ArrayList<>();
    if (material.main()) {
      parts.add(texts.get("rule.main"));
    }
    parts.add(texts.get(material.electronic() ? "rule.electronic" : "rule.not-electronic"));
    if (hand.deferrable() || !material.main()) {
      parts.add(
          hand.deferrable()
              ? texts.get(
                  "rule.deferrable",
                  hand.last().map(day -> Words.day(day, now)).orElse("—"),
                  material.deferDays())
              : texts.get("rule.not-deferrable"));
    }
    parts.add(texts.get(material.commitment() ? "rule.committable" : "rule.not-committable"));
    parts.forEach(part -> nodes.add(line("· " + part, "guide-line")));
    if (!material.issuer().isBlank()) {
      nodes.add(line(texts.get("rule.issuer", material.issuer()), "text-quiet"));
    }
    if (!material.note().isBlank()) {
      nodes.add(line(material.note(), "text-quiet"));
    }
  }

  private void addGuide(Item shown, List<Node> nodes) {
    Instant now = around.station().clock().instant();
    Person person = new Person("", IdKind.RESIDENT, "", "", false);
    Summary today =
        around
            .station()
            .acceptCase()
            .summary(around.station().acceptCase().begin(NOBODY, shown, person));
    nodes.add(head(texts.get("guide.title")));
    nodes.add(line(texts.of(shown.name()), "text-strong"));
    nodes.add(
        line(
            around
                .station()
                .catalogue()
                .department(shown.department())
                .map(Department::name)
                .map(texts::of)
                .orElse(""),
            "text-quiet"));
    nodes.add(
        line(
            texts.get(
                "guide.limits",
                Words.limit(texts, shown.legalLimit()),
                Words.limit(texts, shown.promisedLimit())),
            "guide-line"));
    today
        .promisedDue()
        .ifPresent(
            day -> nodes.add(line(texts.get("guide.due", Words.day(day, now)), "text-brand")));
    nodes.add(
        line(
            texts.get("guide.fee", shown.fee().isBlank() ? texts.get("guide.free") : shown.fee()),
            "guide-line"));
    nodes.add(line(texts.get("guide.result", shown.result()), "guide-line"));
    addList(texts.get("guide.conditions"), shown.conditions(), nodes);
    if (!shown.process().isEmpty()) {
      nodes.add(line(texts.get("guide.process"), "guide-part"));
      nodes.add(line(String.join(" → ", shown.process()), "guide-line"));
    }
    addList(texts.get("guide.basis"), shown.basis(), nodes);
  }

  private static void addList(String title, List<String> lines, List<Node> nodes) {
    if (!lines.isEmpty()) {
      nodes.add(line(title, "guide-part"));
      lines.forEach(words -> nodes.add(line("· " + words, "guide-line")));
    }
  }

  private void addRecent(Visit shown, List<Node> nodes) {
    nodes.add(head(texts.get("recent.title")));
    List<Standing> recent = shown.recentProperty().get();
    if (recent.isEmpty()) {
      nodes.add(line(texts.get("recent.none"), "text-quiet"));
    }
    Instant now = around.station().clock().instant();
    for (Standing standing : recent) {
      nodes.add(line(Words.item(around, standing.event()), "guide-line"));
      nodes.add(
          line(
              Words.kind(texts, standing.event().kind())
                  + " · "
                  + Words.day(cn.wuyouhall.domain.time.HallTime.day(standing.event().at()), now)
                  + (standing.stage().isBlank()
                      ? ""
                      : " · " + texts.get("stage." + standing.stage())),
              "text-quiet"));
    }
  }

  private static Label head(String words) {
    return line(words, "guide-head");
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add(style);
    return label;
  }
}
