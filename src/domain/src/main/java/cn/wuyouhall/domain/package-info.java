/**
 * The rules of the hall, pure: queue, cases, catalogue, people, rating, ledger and calendar, and
 * the ports they need. Rules are functions over records; states are enums or sealed types; an
 * impossible transition is refused with a reason a clerk can read. Nothing here does I/O, owns a
 * thread or reads a clock: time is an argument.
 */
package cn.wuyouhall.domain;
