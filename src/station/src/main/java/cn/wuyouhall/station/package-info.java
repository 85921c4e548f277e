/**
 * The application layer: one class for each job people do at a station, the courier that carries
 * work to the hall and on to the province, settings, sign-in, keys and the doctor. A screen calls a
 * job and shows its result; {@code Station.open(settings)} is all the apps see of what lies below.
 */
package cn.wuyouhall.station;
