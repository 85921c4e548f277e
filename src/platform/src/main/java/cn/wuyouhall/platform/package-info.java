/**
 * The provincial platform as a client sees it: the call that delivers frozen bytes, the reads, what
 * may come back, and the one place where the hall's words meet the platform's codes ({@link
 * cn.wuyouhall.platform.ProvinceCodes}).
 *
 * <p>The contract is {@code cn/wuyouhall/contract/openapi.yaml} in the resources.
 */
package cn.wuyouhall.platform;
