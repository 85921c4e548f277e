package cn.wuyouhall.domain.catalogue;

/**
 * A material an item asks for. No clerk can add one.
 *
 * @param id short and unique within the item
 * @param name as in the guide
 * @param required whether the item cannot be accepted without it
 * @param when situation flag under which it applies; blank for always
 * @param main whether it is a main material (主要材料), which can never be deferred
 * @param originals originals to be shown or handed in
 * @param copies copies to be handed in
 * @param electronic whether it can be verified on line or by the card reader
 * @param deferrable whether it can be handed in later (容缺)
 * @param deferDays working days allowed for that, before the item's own limit is considered
 * @param commitment whether a commitment (告知承诺) may stand for it
 * @param issuer who issues it
 * @param note how to fill it in; blank when there is nothing to say
 */
public record Material(
    String id,
    String name,
    boolean required,
    String when,
    boolean main,
    int originals,
    int copies,
    boolean electronic,
    boolean deferrable,
    int deferDays,
    boolean commitment,
    String issuer,
    String note) {}
