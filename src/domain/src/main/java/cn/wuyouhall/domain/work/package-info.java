/** The guard that keeps blocking work off the screen's thread. */
package cn.wuyouhall.domain.work;
