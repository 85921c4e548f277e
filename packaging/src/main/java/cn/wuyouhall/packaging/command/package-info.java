/**
 * The commands of {@code hall}, one class each. A command reads its options, wires what it needs,
 * and says how it ended; the work itself is done by the module it belongs to.
 */
package cn.wuyouhall.packaging.command;
