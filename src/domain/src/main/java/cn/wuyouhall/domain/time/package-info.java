/**
 * Hall time: the zone rules are written in, clocks that run at a stated speed, and waits that
 * follow them.
 */
package cn.wuyouhall.domain.time;
