package cn.wuyouhall.platform.contract;

/**
 * The platform's public key that ratings are sealed to.
 *
 * @param keyId its id, named with each key wrapped for it
 * @param algorithm "SM2"
 * @param publicKey the point on sm2p256v1, uncompressed (65 bytes, leading 04), hex
 */
public record RatingKey(String keyId, String algorithm, String publicKey) {}
