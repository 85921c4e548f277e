package cn.wuyouhall.domain.hall;

/**
 * A business line of the hall (队列): what a citizen takes a number for.
 *
 * @param id stable, ASCII ({@code social})
 * @param prefix the letter before its numbers; one line a prefix; never I or O
 * @param name as shown
 * @param subCentre the sub-centre whose items it takes, blank for all
 * @param scenes whether it takes one-matter scenes
 * @param order its place on the guide desk and the kiosk, from 1
 */
public record Line(
    String id, String prefix, Name name, String subCentre, boolean scenes, int order) {}
