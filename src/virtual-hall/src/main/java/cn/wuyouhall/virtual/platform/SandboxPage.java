package cn.wuyouhall.virtual.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.IntStream;

/**
 * The page that lists what the platform received. One page, no scripts, nothing loaded from
 * elsewhere. Grades are shown as a distribution only: the page stands on the same machine as the
 * window in a demo, and no window may see what one citizen said.
 */
final class SandboxPage {
  private static final int MOST_ROWS = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final SandboxStore store;
  private final String style = resource("page.css");

  SandboxPage(SandboxStore store) {
    this.store = store;
  }

  String render(Locale locale, Instant now) throws SQLException {
    ResourceBundle texts = texts(locale);
    boolean english = locale.equals(Locale.ENGLISH);
    return "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
            .formatted(english ? "en" : "zh-CN")
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + text(texts, "title")
        + "</title><style>"
        + style
        + "</style></head><body><header><div><h1>"
        + text(texts, "title")
        + "</h1><span class=\"tag\">"
        + text(texts, "notReal")
        + "</span><span class=\"clock\">"
        + text(texts, "clock")
        + " "
        + TIME.format(now)
        + "</span><a class=\"button\" href=\"/?lang=%s\" lang=\"%s\">%s</a>"
            .formatted(english ? "zh" : "en", english ? "zh-CN" : "en", text(texts, "other"))
        + "</div></header><main>"
        + figures(texts)
        + section(texts, "cases", cases(texts))
        + section(texts, "ratings", grades(texts) + ratings(texts))
        + section(texts, "requests", requests(texts))
        + "</main></body></html>";
  }

  private String figures(ResourceBundle texts) throws SQLException {
    return "<div class=\"figures\">"
        + figure(texts, "figure.cases", "SELECT count(*) FROM cases")
        + figure(texts, "figure.events", "SELECT count(*) FROM case_events")
        + figure(texts, "figure.ratings", "SELECT count(*) FROM ratings")
        + figure(texts, "figure.replays", "SELECT count(*) FROM requests WHERE replay = 1")
        + figure(
            texts,
            "figure.refused",
            "SELECT count(*) FROM requests WHERE status BETWEEN 400 AND 499")
        + "</div>";
  }

  private String figure(ResourceBundle texts, String key, String sql) throws SQLException {
    long count = store.first(sql, row -> row.getLong(1)).orElse(0L);
    return "<div class=\"figure\"><b>" + count + "</b><span>" + text(texts, key) + "</span></div>";
  }

  private String cases(ResourceBundle texts) throws SQLException {
    return table(
        texts,
        List.of("caseNo", "provincialNo", "item", "applicant", "events", "stage", "receivedAt"),
        store.all(
            "SELECT case_no, provincial_no, item_name, applicant, stage, received_at,"
                + " (SELECT group_concat(version || ' ' || kind, ',') FROM (SELECT version, kind"
                + " FROM case_events e WHERE e.case_id = c.case_id ORDER BY version))"
                + " FROM cases c ORDER BY no DESC LIMIT "
                + MOST_ROWS,
            row ->
                cell("no", row.getString(1))
                    + cell("no soft", row.getString(2))
                    + cell("item", row.getString(3))
                    + cell("no", row.getString(4))
                    + cell("", eventWords(texts, row.getString(7)))
                    + stage(texts, row.getString(5))
                    + time(row, 6)));
  }

  /** From "1 accepted,2 closed" to words. */
  private static String eventWords(ResourceBundle texts, String events) {
    return String.join(
        " · ",
        List.of(Optional.ofNullable(events).orElse("").split(",")).stream()
            .map(event -> event.split(" ", 2))
            // A number and its word stay in one line.
            .map(event -> event[0] + "\u00A0" + word(texts, "kind.", event[event.length - 1]))
            .toList());
  }

  private static String stage(ResourceBundle texts, String stage) {
    String sign = stage.equals("finished") ? "✓ " : "";
    return "<td><span class=\"stage %s\">%s</span></td>"
        .formatted(escaped(stage), sign + escaped(word(texts, "stage.", stage)));
  }

  private String grades(ResourceBundle texts) throws SQLException {
    List<Integer> counts =
        store.all(
            "SELECT (SELECT count(*) FROM ratings WHERE grade = g.column1)"
                + " FROM (VALUES (5), (4), (3), (2), (1)) g",
            row -> row.getInt(1));
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0) {
      return "";
    }
    StringBuilder bars = new StringBuilder("<div class=\"bars\">");
    IntStream.range(0, counts.size())
        .forEach(i ->
            bars.append("<span>")
                .append(text(texts, "grade." + (5 - i)))
                .append("</span><i style=\"width:%d%%\"></i>".formatted(100 * counts.get(i) / most))
                .append("<span>" + counts.get(i) + "</span>"));
    return bars.append("</div>").toString();
  }

  private String ratings(ResourceBundle texts) throws SQLException {
    return table(
        texts,
        List.of("subject", "stageRound", "window", "outcome", "occurredAt", "receivedAt"),
        store.all(
            "SELECT subject_type, subject_id, stage, round, window, outcome, occurred_at,"
                + " received_at FROM ratings ORDER BY received_at DESC, rowid DESC LIMIT "
                + MOST_ROWS,
            row ->
                cell(
                        "no",
                        word(texts, "subject.", row.getString(1)) + " …" + tail(row.getString(2)))
                    + cell("no", word(texts, "rated.", row.getString(3)) + " / " + row.getInt(4))
                    + cell("no", Integer.toString(row.getInt(5)))
                    + cell("no", word(texts, "outcome.", row.getString(6)))
                    + time(row, 7)
                    + time(row, 8)));
  }

  private String requests(ResourceBundle texts) throws SQLException {
    return table(
        texts,
        List.of("receivedAt", "method", "path", "key", "status"),
        store.all(
            "SELECT at, method, path, idempotency_key, status, replay FROM requests"
                + " ORDER BY no DESC LIMIT 30",
            row -> {
              String key = row.getString(4);
              int status = row.getInt(5);
              String note = row.getInt(6) == 1 ? " " + texts.getString("sandbox.replay") : "";
              return time(row, 1)
                  + cell("no", row.getString(2))
                  + cell("path", row.getString(3))
                  + cell("no soft", key == null ? "" : "…" + tail(key))
                  + cell(status >= 400 ? "no refused" : "no", status + note);
            }));
  }

  private static String section(ResourceBundle texts, String key, String content) {
    return "<h2>" + text(texts, "section." + key) + "</h2>" + content;
  }

  private static String table(ResourceBundle texts, List<String> columns, List<String> rows) {
    if (rows.isEmpty()) {
      return "<div class=\"wide empty\">" + text(texts, "empty") + "</div>";
    }
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
    columns.forEach(
        column -> html.append("<th>").append(text(texts, "column." + column)).append("</th>"));
    html.append("</tr></thead><tbody>");
    rows.forEach(row -> html.append("<tr>").append(row).append("</tr>"));
    return html.append("</tbody></table></div>").toString();
  }

  private static String cell(String style, String value) {
    return "<td class=\"%s\">%s</td>".formatted(style, escaped(value));
  }

  private static String time(ResultSet row, int column) throws SQLException {
    return cell("no", TIME.format(Instant.ofEpochMilli(row.getLong(column))));
  }

  private static String tail(String id) {
    return id.substring(Math.max(0, id.length() - 8));
  }

  /** The word for a code; the code itself where a newer hall sends one we have no word for. */
  private static String word(ResourceBundle texts, String prefix, String code) {
    return texts.containsKey("sandbox." + prefix + code)
        ? texts.getString("sandbox." + prefix + code)
        : code;
  }

  private static String text(ResourceBundle texts, String key) {
    return escaped(texts.getString("sandbox." + key));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static ResourceBundle texts(Locale locale) {
    String name = "cn/wuyouhall/texts/sandbox_" + (locale.equals(Locale.ENGLISH) ? "en" : "zh_CN");
    try (InputStream in =
        SandboxPage.class.getClassLoader().getResourceAsStream(name + ".properties")) {
      if (in == null) {
        throw new MissingResourceException(name + " is not in this program", name, "");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        return new PropertyResourceBundle(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = SandboxPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new MissingResourceException(name + " is not in this program", name, "");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
