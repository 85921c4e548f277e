package cn.wuyouhall.store.hall;

/**
 * Whose rows these are; it stands on every shared row.
 *
 * @param region region code, six digits
 * @param hall short id of the hall within the region ({@code county})
 */
public record HallScope(String region, String hall) {}
