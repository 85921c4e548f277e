package cn.wuyouhall.domain.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.hall.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemSearchTest {
  private static final String READINGS =
      """
      居ju 民min 身shen,juan 份fen 证zheng 补bu 领ling 临lin 时shi 机ji 动dong 车che,ju 驾jia 驶shi 换huan
      社she 会hui,kuai 保bao 险xian 登deng 记ji 个ge 体ti 工gong 商shang 户hu 注zhu 册ce 变bian 更geng 销xiao
      小xiao 餐can 饮yin 经jing 营ying 许xu 可ke,ge 执zhi 照zhao 开kai 饭fan 店dian 政zheng 正zheng 单dan,shan,chan
      县xian,xuan 税shui 务wu 局ju 丢diu 了le,liao 老lao 年nian 人ren 优you 待dai 新xin 生sheng 儿er 出chu 公gong 安an
      """;
  private static final Map<Character, List<String>> DICTIONARY = new HashMap<>();

  static {
    for (String entry : READINGS.split("\\s+", 0)) {
      DICTIONARY.put(entry.charAt(0), List.of(entry.substring(1).split(",", -1)));
    }
  }

  private static final ItemSearch SEARCH =
      new ItemSearch(
          new Catalogue(
              1,
              LocalDate.of(2026, 1, 1),
              List.of(),
              List.of(
                  new Catalogue.Department("police", new Name("县公安局", ""), "", "social"),
                  new Catalogue.Department("tax", new Name("县税务局", ""), "", "social")),
              List.of(
                  item("111000000000000001", "临时居民身份证领", "police"),
                  item("111000000000000002", "居民身份证补领", "police", "身份证丢了", "补身份证"),
                  item("111000000000000003", "机动车驾驶证换证", "police", "换驾照"),
                  item("111000000000000004", "社会保险登记(变更)", "tax"),
                  item("111000000000000005", "社会保险登记", "tax", "开户"),
                  item("111000000000000006", "个体工商户注册登记", "tax", "营业执照", "开饭店"),
                  item("111000000000000007", "个体工商户变更登记", "tax"),
                  item("111000000000000008", "个体工商户注销登记", "tax"),
                  item("111000000000000009", "小餐饮经营许可", "tax", "开饭店许可"),
                  item("111000000000000010", "老年人优待证", "police")),
              List.of(),
              List.of()),
          c -> DICTIONARY.getOrDefault(c, List.of()));

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "居民身份证补领, 2",
    "身份证, 2",
    "身份证丢了, 2",
    "我的身份证丢了怎么办, 2",
    "sfz, 2",
    "jmsfzbl, 2",
    "SFZ, 2",
    "shenfenzheng, 2",
    "shenfenz, 2",
    "shenfen证, 2",
    "身fen证, 2",
    "身份正, 2",
    "驾照, 3",
    "jsz, 3",
    "juedongche, -",
    "社会保险登记, 5",
    "社保登记, 5",
    "shbxdj, 5",
    "shehui baoxian, 5",
    "营业执照, 6",
    "登记 个体, 6",
    "个体 变更, 7",
    "变更 个体工商户, 7",
    "gtgsh zhuxiao, 8",
    "注销个体户, 8",
    "驾照换证, 3",
    "社会保险登记开户, 5",
    "gtgszx, 8",
    "我想开饭店怎么办, 6",
    "餐饮, 9",
    "公安 老年, 10",
    "lnr, 10",
    "111000000000000004, 4",
    "0007, 7",
    "ｓｆｚ, 2",
    "zzzzzz, -",
    "?, -",
  })
  void theFirstHitIsWhatWasMeant(String query, String expected) {
    List<ItemSearch.Hit> hits = SEARCH.search(query, 3);
    assertEquals(
        expected,
        hits.isEmpty()
            ? "-"
            : String.valueOf(Integer.parseInt(hits.getFirst().item().code().substring(16))));
  }

  @Test
  void aHitSaysWhatToHighlight() {
    ItemSearch.Hit byName = SEARCH.search("baoxian bg", 1).getFirst();
    assertEquals("社会保险登记(变更)", byName.text());
    assertEquals(List.of(new ItemSearch.Span(2, 4), new ItemSearch.Span(7, 9)), byName.spans());
    ItemSearch.Hit byWord = SEARCH.search("换驾照", 1).getFirst();
    assertEquals(ItemSearch.Field.WORD, byWord.field());
    assertEquals(List.of(new ItemSearch.Span(0, 3)), byWord.spans());
    ItemSearch.Hit scattered = SEARCH.search("社保登记", 1).getFirst();
    assertEquals(
        List.of(new ItemSearch.Span(0, 1), new ItemSearch.Span(2, 3), new ItemSearch.Span(4, 6)),
        scattered.spans());
  }

  @Test
  void noMoreThanAskedFor() {
    assertEquals(2, SEARCH.search("登记", 2).size());
    assertEquals(List.of(), SEARCH.search("登记", 0));
    assertEquals(List.of(), SEARCH.search("   ", 5));
  }

  @Property(tries = 300)
  void everyQueryIsAnsweredTheSameTwiceWithSpansInside(@ForAll("queries") String query) {
    List<ItemSearch.Hit> hits = SEARCH.search(query, 5);
    assertEquals(hits, SEARCH.search(query, 5));
    for (ItemSearch.Hit hit : hits) {
      int end = 0;
      for (ItemSearch.Span span : hit.spans()) {
        assertTrue(span.from() >= end && span.until() > span.from(), hit.toString());
        end = span.until();
      }
      assertTrue(end <= hit.text().length(), hit.toString());
    }
  }

  @Property(tries = 500)
  void everyPartOfANameIsFoundInItAsWrittenAndAsItSounds(
      @ForAll("words") String text, @ForAll boolean whole, @ForAll long seed) {
    Random random = new Random(seed);
    SearchText.Reader reader = new SearchText.Reader(c -> DICTIONARY.getOrDefault(c, List.of()));
    int from = random.nextInt(text.length());
    int until = from + 1 + random.nextInt(text.length() - from);
    StringBuilder typed = new StringBuilder();
    for (char c : text.substring(from, until).toCharArray()) {
      List<String> readings = DICTIONARY.get(c);
      String reading = readings.get(random.nextInt(readings.size()));
      typed.append(random.nextInt(3) == 0 ? c : whole ? reading : reading.substring(0, 1));
    }
    SearchText part = reader.read(typed.toString());
    assertTrue(reader.read(text).find(part).isPresent(), text + " / " + typed);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(new ArrayList<>(DICTIONARY.keySet()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(chars -> String.join("", chars.stream().map(String::valueOf).toList()));
  }

  @Provide
  Arbitrary<String> queries() {
    List<Character> some = new ArrayList<>(DICTIONARY.keySet());
    for (char c : "abchinsz 01，😀(\u0000".toCharArray()) {
      some.add(c);
    }
    return Arbitraries.of(some)
        .list()
        .ofMaxSize(14)
        .map(chars -> {
          StringBuilder text = new StringBuilder();
          chars.forEach(text::append);
          return text.toString();
        });
  }

  private static Item item(String code, String name, String department, String... words) {
    TimeLimit limit = new TimeLimit(5, TimeLimit.Unit.WORKING_DAY);
    return new Item(
        code,
        "",
        "",
        new Name(name, ""),
        "10",
        department,
        "social",
        true,
        false,
        false,
        false,
        List.of(words),
        true,
        true,
        limit,
        limit,
        false,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }
}
