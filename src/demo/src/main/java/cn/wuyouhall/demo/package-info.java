/**
 * Plays visits and whole days through the real jobs and screens, and holds the separate checker of
 * what must always hold: it reads only databases, printed bytes and the sandbox. It never ships in
 * a station's image.
 */
package cn.wuyouhall.demo;
