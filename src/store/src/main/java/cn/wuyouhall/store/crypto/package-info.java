/**
 * Keys and ciphers, all on SM2, SM3 and SM4: the hall data key under which personal data is stored,
 * its wrapping for each enrolled station, sealed grades that no window can read, and PIN encodings.
 * The one place that touches Bouncy Castle.
 *
 * <p>What stored data still shows to someone who holds only the files: the number and size of rows,
 * which rows name the same document number (keyed digests are equal), and which names share
 * characters (keyed tokens, one per character, without order). It shows no value.
 */
package cn.wuyouhall.store.crypto;
