/**
 * Plays visits through the real programs: one process each, real screens, real wires, a stated
 * clock.
 */
package cn.wuyouhall.demo.play;
