package cn.wuyouhall.virtual.printer;

import java.nio.file.Path;

/**
 * A piece of paper that left the printer.
 *
 * @param number counted from 1 in the printer's folder
 * @param bytes exactly the bytes of its job: all since the cut before it, without status requests
 * @param paper what stands on it
 * @param bin where the bytes were written, null without a folder
 * @param png where its picture is or will be, null without a folder
 */
public record PrintedPaper(int number, byte[] bytes, Paper paper, Path bin, Path png) {}
