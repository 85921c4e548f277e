/** The official working calendar and deadlines counted on it. */
package cn.wuyouhall.domain.calendar;
