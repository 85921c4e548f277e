package cn.wuyouhall.packaging.command;

import java.util.concurrent.Callable;

/**
 * One thing {@code hall} can do. Picocli fills its annotated fields from the command line, then
 * calls it on the main thread; it returns one of {@link cn.wuyouhall.packaging.ExitCode}, and
 * writes to its {@code CommandSpec}'s streams, never to {@code System.out}. It may block.
 */
public interface Command extends Callable<Integer> {}
