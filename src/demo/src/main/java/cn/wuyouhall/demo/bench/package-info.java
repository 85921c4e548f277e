/**
 * Speed and memory as ratios and sizes from one run, against a bare limit: {@code ./hall bench}.
 * Never a timed test.
 */
package cn.wuyouhall.demo.bench;
