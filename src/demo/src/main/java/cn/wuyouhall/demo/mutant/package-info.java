/**
 * Faulty programs that ship, to prove the checker: each wraps a real port of a station, or leaves
 * files as a faulty program would have. None is reachable but by name.
 */
package cn.wuyouhall.demo.mutant;
