/**
 * A provincial platform to develop, train and test against: it serves the contract ({@code
 * cn/wuyouhall/contract/openapi.yaml}) over HTTP, keeps what it receives in a database of its own,
 * and shows it on a page. Also servers that behave as platforms do on bad days.
 */
package cn.wuyouhall.virtual.platform;
