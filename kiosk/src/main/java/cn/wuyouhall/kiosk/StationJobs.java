package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.ItemSearch;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.IssueTicket;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.station.Station;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The kiosk's jobs as a station does them. */
public final class StationJobs implements KioskJobs {
  private static final String PRINTER = "ticket-printer";

  private final Station station;
  private final IssueTicket issueTicket;

  /** The jobs of a station that has a ticket printer, which opening it has checked. */
  public StationJobs(Station station) {
    this.station = station;
    this.issueTicket = station.issueTicket().orElseThrow();
  }

  @Override
  public HallRules rules() {
    return station.rules();
  }

  @Override
  public Catalogue catalogue() {
    return station.catalogue();
  }

  @Override
  public Optional<String> lineOf(Item item) {
    return station.findItem().lineOf(item);
  }

  @Override
  public List<Item> find(String typed, int most) {
    return station.findItem().search(typed, most).stream().map(ItemSearch.Hit::item).toList();
  }

  @Override
  public List<Offer> offers() {
    return station.showLines().offers();
  }

  @Override
  public IssueOutcome take(Wish wish) {
    return issueTicket.issue(wish.line(), wish.holder(), wish.priority(), wish.itemCode());
  }

  @Override
  public IssueOutcome answer(IssueOutcome.DidPaperCome asked, PaperOutcome paper) {
    return issueTicket.answer(asked, paper);
  }

  @Override
  public void onCard(Consumer<CardEvent> listener) {
    station.idReader().ifPresent(reader -> reader.onCard(listener));
  }

  @Override
  public void onNews(Runnable listener) {
    station.news().onChange(listener);
  }

  @Override
  public DeviceState printer() {
    return station.links().devices().getOrDefault(PRINTER, DeviceState.UNKNOWN);
  }

  @Override
  public boolean readsCards() {
    return station.idReader().isPresent();
  }
}
