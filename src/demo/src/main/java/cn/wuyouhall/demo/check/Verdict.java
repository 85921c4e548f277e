package cn.wuyouhall.demo.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the checker found.
 *
 * @param findings one for each rule, in the order of the rules
 */
public record Verdict(List<Finding> findings) {
  private static final int SHOWN = 3;

  public Verdict {
    findings = List.copyOf(findings);
  }

  /**
   * What was found about one rule.
   *
   * @param rule the rule
   * @param looked how many things were looked at
   * @param broken each breach, by ids; empty when the rule holds
   * @param notes what is worth knowing and breaks nothing, such as parcels still on their way
   */
  public record Finding(Rule rule, int looked, List<String> broken, List<String> notes) {
    public Finding {
      broken = List.copyOf(broken);
      notes = List.copyOf(notes);
    }

    /** Whether the rule holds. */
    public boolean holds() {
      return broken.isEmpty();
    }
  }

  /** Whether every rule holds. */
  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }

  /** The rules that do not. */
  public Set<Rule> broken() {
    return findings.stream()
        .filter(finding -> !finding.holds())
        .map(Finding::rule)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A table for the console, with the first breaches of each broken rule. */
  public String table() {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-6s %6d  %-15s %s%n",
              finding.holds() ? "holds" : "BROKEN",
              finding.looked(),
              finding.rule(),
              finding.rule().says()));
      finding.broken().stream()
          .limit(SHOWN)
          .forEach(line -> text.append("                 - ").append(line).append('\n'));
      if (finding.broken().size() > SHOWN) {
        text.append("                 - and %d more%n".formatted(finding.broken().size() - SHOWN));
      }
      finding.notes().forEach(line -> text.append("                 ").append(line).append('\n'));
    }
    long kept = findings.stream().filter(Finding::holds).count();
    return text.append("%d of %d rules hold%n".formatted(kept, findings.size())).toString();
  }

  /** The whole as JSON. */
  public String json() {
    JsonMapper mapper = JsonMapper.builder().build();
    ObjectNode root = mapper.createObjectNode().put("holds", holds());
    var rules = root.putArray("rules");
    for (Finding finding : findings) {
      ObjectNode rule = rules.addObject();
      rule.put("rule", finding.rule().name()).put("says", finding.rule().says());
      rule.put("holds", finding.holds()).put("looked", finding.looked());
      rule.set("broken", mapper.valueToTree(finding.broken()));
      rule.set("notes", mapper.valueToTree(finding.notes()));
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a verdict cannot be written", impossible);
    }
  }
}
