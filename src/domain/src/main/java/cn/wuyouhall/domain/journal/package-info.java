/** The port to the station's journal. */
package cn.wuyouhall.domain.journal;
