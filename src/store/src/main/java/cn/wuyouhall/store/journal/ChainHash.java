package cn.wuyouhall.store.journal;

import cn.wuyouhall.store.crypto.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The hash of an entry: SM3 over these bytes, numbers big-endian:
 *
 * <pre>
 * "wuyou-journal/1\n"          16 bytes ASCII
 * id                           16 bytes, most significant first
 * station                      2 bytes length, UTF-8
 * incarnation                  4 bytes
 * seq                          8 bytes
 * kind                         2 bytes length, UTF-8
 * kind version                 4 bytes
 * at                           8 bytes, epoch milliseconds
 * digest of the payload        32 bytes: SM3 of its ciphertext as stored
 * hash of the entry before     32 bytes, zeros before the first
 * </pre>
 *
 * The digest is of the ciphertext, so that a chain is verified without a key, and a short payload
 * that retention deleted cannot be guessed from it.
 */
final class ChainHash {
  static final byte[] BEFORE_FIRST = new byte[Sm3.LENGTH];

  private ChainHash() {}

  static byte[] of(
      UUID id,
      String station,
      int incarnation,
      long seq,
      String kind,
      int kindVersion,
      Instant at,
      byte[] payloadDigest,
      byte[] prev) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write("wuyou-journal/1\n".getBytes(StandardCharsets.US_ASCII));
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
      text(out, station);
      out.writeInt(incarnation);
      out.writeLong(seq);
      text(out, kind);
      out.writeInt(kindVersion);
      out.writeLong(at.toEpochMilli());
      out.write(payloadDigest);
      out.write(prev);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Sm3.digest(bytes.toByteArray());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(utf8.length);
    out.write(utf8);
  }
}
