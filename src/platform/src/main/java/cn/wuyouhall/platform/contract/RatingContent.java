package cn.wuyouhall.platform.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What is inside the seal ({@code RatingContent} of the contract). It names its own subject, stage
 * and round, so that a sealed grade cannot be moved to another visit.
 *
 * @param subject what is rated
 * @param stage the stage rated
 * @param round 1 for the first rating
 * @param satisfaction 5 very satisfied … 1 very dissatisfied
 * @param tags indicator codes of that grade
 */
@JsonPropertyOrder({"subject", "stage", "round", "satisfaction", "tags"})
public record RatingContent(
    Subject subject, String stage, int round, int satisfaction, List<String> tags) {
  public RatingContent {
    tags = List.copyOf(tags);
  }

  @Override
  public String toString() {
    return "RatingContent[" + subject + "]";
  }
}
