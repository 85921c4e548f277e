package cn.wuyouhall.devices.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.devices.codec.CardText.Reading;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.people.IdCard.CardType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CardTextTest {
  @Test
  void aCitizensCard() {
    byte[] block =
        block(
            "0:张三",
            "30:1",
            "32:01",
            "36:19491231",
            "52:陕西省榆林市吴堡县宋家川街道1号",
            "122:11010519491231002X",
            "158:吴堡县公安局",
            "188:20200101",
            "204:长期");
    assertEquals(
        new Reading.Understood(
            new IdCard(
                CardType.CITIZEN,
                "张三",
                "",
                "1",
                "01",
                LocalDate.of(1949, 12, 31),
                "陕西省榆林市吴堡县宋家川街道1号",
                "11010519491231002X",
                "吴堡县公安局",
                LocalDate.of(2020, 1, 1),
                Optional.empty())),
        CardText.read(block));
  }

  @Test
  void aResidencePermitOfHongKongMacaoOrTaiwan() {
    byte[] block =
        block(
            "0:李四",
            "30:2",
            "36:19900203",
            "52:陕西省榆林市",
            "122:810000199002030021",
            "158:榆林市公安局",
            "188:20220501",
            "204:20270501",
            "220:H12345678",
            "238:01",
            "248:J");
    IdCard card = understood(block);
    assertEquals(CardType.HONG_KONG_MACAO_TAIWAN, card.type());
    assertEquals("", card.nation());
    assertEquals(Optional.of(LocalDate.of(2027, 5, 1)), card.validUntil());
  }

  @Test
  void aPermanentResidentsCardOfTheFirstPattern() {
    byte[] block =
        block(
            "0:SMITH, JOHN",
            "120:1",
            "122:USA110000000012",
            "152:USA",
            "158:约翰",
            "188:20180101",
            "204:20280101",
            "220:19800704",
            "236:01",
            "240:1500",
            "248:I");
    assertEquals(
        new IdCard(
            CardType.PERMANENT_RESIDENT_OLD,
            "约翰",
            "SMITH, JOHN",
            "1",
            "",
            LocalDate.of(1980, 7, 4),
            "",
            "USA110000000012",
            "1500",
            LocalDate.of(2018, 1, 1),
            Optional.of(LocalDate.of(2028, 1, 1))),
        understood(block));
  }

  @Test
  void aPermanentResidentsCardOf2023WithANameInTwoFields() {
    String name = "WOLFESCHLEGELSTEINHAUSENBERGERDORFF, HUBERT";
    byte[] block =
        block(
            "30:1",
            "32:01",
            "36:19850101",
            "52:" + name.substring(0, 35),
            "122:932682198501010017",
            "188:20231201",
            "204:20331201",
            "220:" + name.substring(35),
            "242:DEU",
            "248:Y",
            "250:000");
    IdCard card = understood(block);
    assertEquals(CardType.PERMANENT_RESIDENT, card.type());
    assertEquals(name, card.foreignName());
    assertEquals(name, card.name());
    assertEquals("932682198501010017", card.number());
  }

  @Test
  void whatNoCardCanHoldIsNamedByItsField() {
    byte[] good =
        block(
            "0:张三",
            "30:1",
            "32:01",
            "36:19491231",
            "122:11010519491231002X",
            "188:20200101",
            "204:20400101");
    assertEquals(new Reading.Wrong("birth"), CardText.read(with(good, 36, "19490231")));
    assertEquals(new Reading.Wrong("number"), CardText.read(with(good, 122, "1101051949")));
    assertEquals(new Reading.Wrong("name"), CardText.read(with(good, 0, "  ")));
    assertEquals(new Reading.Wrong("validUntil"), CardText.read(with(good, 204, "永远永远")));
    assertEquals(new Reading.Wrong("type"), CardText.read(with(good, 248, "Q")));
    assertEquals(new Reading.Wrong("length"), CardText.read(new byte[255]));
  }

  @Property(tries = 500)
  void noBytesMakeItFail(@ForAll long seed) {
    byte[] block = new byte[256];
    new Random(seed).nextBytes(block);
    CardText.read(block);
  }

  private static IdCard understood(byte[] block) {
    return ((Reading.Understood) CardText.read(block)).card();
  }

  private static byte[] block(String... fields) {
    byte[] block = " ".repeat(128).getBytes(StandardCharsets.UTF_16LE);
    for (String field : fields) {
      int colon = field.indexOf(':');
      block = put(block, Integer.parseInt(field.substring(0, colon)), field.substring(colon + 1));
    }
    return block;
  }

  private static byte[] with(byte[] block, int offset, String text) {
    int length = offset == 0 ? 15 : offset == 122 ? 18 : offset == 248 ? 1 : 8;
    return put(block, offset, (text + " ".repeat(length)).substring(0, length));
  }

  private static byte[] put(byte[] block, int offset, String text) {
    byte[] copy = Arrays.copyOf(block, block.length);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(bytes, 0, copy, offset, bytes.length);
    return copy;
  }
}
