package cn.wuyouhall.demo.check;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** SM3 after GB/T 32905-2016, written for the checker alone. */
final class Sm3Sum {
  private static final int[] START = {
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
  };

  private Sm3Sum() {}

  static byte[] of(byte[] message) {
    int blocks = (message.length + 8) / 64 + 1;
    byte[] padded = Arrays.copyOf(message, blocks * 64);
    padded[message.length] = (byte) 0x80;
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    buffer.putLong(padded.length - 8, message.length * 8L);
    int[] v = START.clone();
    for (int block = 0; block < blocks; block++) {
      compress(v, buffer);
    }
    ByteBuffer out = ByteBuffer.allocate(32);
    for (int word : v) {
      out.putInt(word);
    }
    return out.array();
  }

  private static void compress(int[] v, ByteBuffer in) {
    int[] w = new int[68];
    for (int j = 0; j < 16; j++) {
      w[j] = in.getInt();
    }
    for (int j = 16; j < 68; j++) {
      int x = w[j - 16] ^ w[j - 9] ^ left(w[j - 3], 15);
      w[j] = x ^ left(x, 15) ^ left(x, 23) ^ left(w[j - 13], 7) ^ w[j - 6];
    }
    int[] r = v.clone();
    for (int j = 0; j < 64; j++) {
      int t = j < 16 ? 0x79cc4519 : 0x7a879d8a;
      int ss1 = left(left(r[0], 12) + r[4] + left(t, j % 32), 7);
      int ss2 = ss1 ^ left(r[0], 12);
      boolean early = j < 16;
      int ff = early ? r[0] ^ r[1] ^ r[2] : r[0] & r[1] | r[0] & r[2] | r[1] & r[2];
      int gg = early ? r[4] ^ r[5] ^ r[6] : r[4] & r[5] | ~r[4] & r[6];
      int tt1 = ff + r[3] + ss2 + (w[j] ^ w[j + 4]);
      int tt2 = gg + r[7] + ss1 + w[j];
      r[3] = r[2];
      r[2] = left(r[1], 9);
      r[1] = r[0];
      r[0] = tt1;
      r[7] = r[6];
      r[6] = left(r[5], 19);
      r[5] = r[4];
      r[4] = tt2 ^ left(tt2, 9) ^ left(tt2, 17);
    }
    for (int i = 0; i < 8; i++) {
      v[i] ^= r[i];
    }
  }

  private static int left(int value, int bits) {
    return Integer.rotateLeft(value, bits);
  }
}
