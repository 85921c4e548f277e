/**
 * Reads the hall's data files into the domain: catalogue, working calendars, rules, readings of
 * characters.
 */
package cn.wuyouhall.station.data;
