package cn.wuyouhall.station.data;

import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.RatingTags;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The national list of rating tags that ships with the product. */
public final class RatingTagsFile {
  /** The file counts 5 for the best, as the rating interface does. */
  private static final int BEST = 5;

  private RatingTagsFile() {}

  /** The list as shipped. Reads a resource: not on the screen's thread. */
  public static RatingTags national() {
    try (InputStream in =
        RatingTagsFile.class.getResourceAsStream("/cn/wuyouhall/catalogue/rating-tags.json")) {
      Map<Grade, List<RatingTags.Tag>> tags = new EnumMap<>(Grade.class);
      for (JsonNode grade : JsonMapper.builder().build().readTree(in).path("grades")) {
        tags.put(Grade.values()[BEST - grade.path("grade").asInt()], tags(grade.path("tags")));
      }
      return new RatingTags(tags);
    } catch (IOException fault) {
      throw new UncheckedIOException("the rating tags cannot be read", fault);
    }
  }

  private static List<RatingTags.Tag> tags(JsonNode array) {
    List<RatingTags.Tag> tags = new ArrayList<>();
    for (JsonNode tag : array) {
      Name name = new Name(tag.path("name").asText(), tag.path("nameEn").asText());
      tags.add(
          new RatingTags.Tag(tag.path("code").asText(), name, tag.path("default").asBoolean()));
    }
    return tags;
  }
}
