package cn.wuyouhall.platform.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/**
 * What a rating is about.
 *
 * @param type "visit" or "case"
 * @param id its id
 */
@JsonPropertyOrder({"type", "id"})
public record Subject(String type, UUID id) {}
