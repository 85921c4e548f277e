/** Bad days between a job and its ports: calls that do not arrive, answers that are lost. */
package cn.wuyouhall.testkit.port;
