/**
 * The sample catalogue: a county hall's items at their true number, from one seed.
 *
 * <p>The figures are the real hall's (see the design page): 1,733 items of 50 departments in 3
 * sub-centres, 383 of them licences, 228 in the mini-program, 523 reviewed of which 347 are
 * authorised, 77 scenes, 10 people who help, 85 % of the items at comprehensive windows (1,473: the
 * nearest whole number). Items written by hand come from {@code
 * cn/wuyouhall/sample/handwritten/*.json} of the resources and are taken over as they stand; the
 * rest is named from {@code names.txt} and {@code words.txt} beside this package and gets a guide
 * by its type and variant. Generated guides are plausible, not true: {@code handWritten} tells the
 * two apart.
 *
 * <p>Every choice is drawn from {@link java.util.Random}, whose sequence is specified, seeded with
 * 610829 and the purpose of the draw. So one run is byte for byte like another on any machine, and
 * a change to one rule leaves the draws of the others alone. Run {@link
 * cn.wuyouhall.demo.sample.SampleCatalogue} with the path of {@code catalogue.json} to write it
 * again; a test holds the committed file to it.
 */
package cn.wuyouhall.demo.sample;
