package cn.wuyouhall.demo.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is found, rule by rule. One thread. */
final class Notebook {
  private final Map<Rule, Page> pages = new EnumMap<>(Rule.class);

  private static final class Page {
    private int looked;
    private final List<String> broken = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
  }

  private Page page(Rule rule) {
    return pages.computeIfAbsent(rule, any -> new Page());
  }

  /** One thing was looked at; {@code breach} is written down unless it is right. */
  void see(Rule rule, boolean right, String breach, Object... named) {
    page(rule).looked++;
    if (!right) {
      broken(rule, breach, named);
    }
  }

  void broken(Rule rule, String breach, Object... named) {
    page(rule).broken.add(said(breach, Arrays.asList(named)));
  }

  void note(Rule rule, String note, Object... named) {
    page(rule).notes.add(said(note, Arrays.asList(named)));
  }

  private static String said(String form, List<Object> named) {
    return form.formatted(named.toArray());
  }

  Verdict verdict() {
    List<Verdict.Finding> findings = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      Page page = page(rule);
      findings.add(new Verdict.Finding(rule, page.looked, page.broken, page.notes));
    }
    return new Verdict(findings);
  }
}
