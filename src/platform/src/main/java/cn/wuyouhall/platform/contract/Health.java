package cn.wuyouhall.platform.contract;

import java.time.Instant;

/**
 * The platform takes work.
 *
 * @param status "ok"
 * @param at the platform's clock
 */
public record Health(String status, Instant at) {}
