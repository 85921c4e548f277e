/**
 * The {@code hall} command line and what is made of it: run-time image, installers, kiosk
 * lock-down. It sees every module, so the architecture tests live here; its {@code Main} is the
 * only place that ends the process.
 */
package cn.wuyouhall.packaging;
