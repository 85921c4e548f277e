package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.GuideTickets;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The guide desk's jobs as a station does them. */
public final class StationGuide implements GuideJobs {
  private static final String PRINTER = "ticket-printer";

  private final Station station;
  private final GuideTickets tickets;

  /** The jobs of a station that has a ticket printer, which opening it has checked. */
  public StationGuide(Station station) {
    this.station = station;
    this.tickets = station.guideTickets().orElseThrow();
  }

  @Override
  public HallRules rules() {
    return station.rules();
  }

  @Override
  public boolean readsCards() {
    return station.idReader().isPresent();
  }

  @Override
  public SignIn.Outcome signIn(String number, char[] pin) {
    return station.signIn().signIn(number, pin);
  }

  @Override
  public Look look(Session guide) {
    return tickets.look(guide);
  }

  @Override
  public Found find(Session guide, String text) {
    return tickets.find(guide, text);
  }

  @Override
  public Found findOf(Session guide, Person holder) {
    return tickets.findOf(guide, holder);
  }

  @Override
  public IssueOutcome issue(Session guide, String line, Optional<Person> holder) {
    return tickets.issue(guide, line, holder);
  }

  @Override
  public IssueOutcome replace(Session guide, UUID ticket) {
    return tickets.replace(guide, ticket);
  }

  @Override
  public IssueOutcome answer(Session guide, IssueOutcome.DidPaperCome asked, boolean came) {
    return tickets.answer(guide, asked, came);
  }

  @Override
  public Settled confirm(Session guide, UUID ticket) {
    return tickets.confirm(guide, ticket);
  }

  @Override
  public Settled takeBack(Session guide, UUID ticket) {
    return tickets.takeBack(guide, ticket);
  }

  @Override
  public DeviceState printer() {
    return station.links().devices().getOrDefault(PRINTER, DeviceState.UNKNOWN);
  }

  @Override
  public void onCard(Consumer<CardEvent> listener) {
    station.idReader().ifPresent(reader -> reader.onCard(listener));
  }

  @Override
  public void onScan(Consumer<Scan> listener) {
    station.scanner().ifPresent(scanner -> scanner.onScan(listener));
  }

  @Override
  public void onNews(Runnable listener) {
    station.news().onChange(listener);
  }

  @Override
  public void forget(Runnable listener) {
    station.news().forget(listener);
  }
}
