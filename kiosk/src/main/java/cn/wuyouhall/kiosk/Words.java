package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.hall.NumberRuns;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Texts;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Sentences of the kiosk that are put together from parts. Pure. */
final class Words {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Words() {}

  static String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  static String date(Texts texts, LocalDateTime now) {
    String day = texts.get("weekday." + now.getDayOfWeek().getValue());
    return texts.get("date", now.getMonthValue(), now.getDayOfMonth(), day);
  }

  /** "1–6、11 号窗口". */
  static String windows(Texts texts, List<Integer> numbers) {
    String joined = String.join(texts.get("success.windows.join"), NumberRuns.of(numbers, "–"));
    return texts.get(numbers.size() == 1 ? "success.window" : "success.windows", joined);
  }

  /** How a line stands: people ahead, or when it opens. */
  static String state(Texts texts, Offer offer) {
    if (!offer.open()) {
      return offer
          .opens()
          .map(time -> texts.get("line.opens", clock(time)))
          .orElseGet(() -> texts.get("line.closed"));
    }
    return offer.ahead() == 0 ? texts.get("queue.nobody") : texts.get("line.ahead", offer.ahead());
  }

  /** A line and how it stands: what stands below an item. */
  static String below(Texts texts, Offer offer) {
    return texts.of(offer.line().name()) + " · " + state(texts, offer);
  }

  /** People ahead and how long that takes. */
  static String place(Texts texts, Page.Place place) {
    return texts.get(
        "trouble.place",
        QueueWords.ahead(texts, place.ahead()),
        QueueWords.wait(texts, place.estimate()));
  }

  /** What to bring, one paper a line: the required materials that always apply. */
  static List<String> bring(Texts texts, Item item, int most) {
    List<String> names =
        item.materials().stream()
            .filter(material -> material.required() && material.when().isBlank())
            .map(Material::name)
            .toList();
    if (names.size() <= most) {
      return names;
    }
    List<String> first = new ArrayList<>(names.subList(0, most - 1));
    first.add(texts.get("success.bring.more", names.size()));
    return first;
  }
}
