/** The hall: its lines, windows, hours and people, and the ports to where they are kept. */
package cn.wuyouhall.domain.hall;
