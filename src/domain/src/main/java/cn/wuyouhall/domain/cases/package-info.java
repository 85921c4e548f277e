/**
 * Cases: what the rules say about an intake, deadlines, the register and the outbox to the
 * province.
 */
package cn.wuyouhall.domain.cases;
