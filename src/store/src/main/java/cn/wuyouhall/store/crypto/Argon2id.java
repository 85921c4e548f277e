package cn.wuyouhall.store.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), version 19.
 *
 * @param memory KiB
 * @param passes iterations
 * @param lanes parallelism
 */
record Argon2id(int memory, int passes, int lanes) {
  /** Second recommended option of OWASP: 19 MiB, 2 passes, 1 lane; fits a kiosk's heap. */
  static final Argon2id USUAL = new Argon2id(19 * 1024, 2, 1);

  byte[] hash(byte[] secret, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] out = new byte[length];
    generator.generateBytes(secret, out);
    return out;
  }

  /** The parameters as they stand in a PHC string. */
  String phc() {
    return "m=" + memory + ",t=" + passes + ",p=" + lanes;
  }
}
