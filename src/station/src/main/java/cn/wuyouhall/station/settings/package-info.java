/** What is this station's alone: {@code hall.toml}, read with the line of every fault. */
package cn.wuyouhall.station.settings;
