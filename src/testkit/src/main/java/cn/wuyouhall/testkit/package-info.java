/**
 * What tests of several modules share: a fixed clock, FX start-up, a real PostgreSQL and the
 * contract suites that run against every home of an interface. Test scope only: nothing here ships.
 */
package cn.wuyouhall.testkit;
