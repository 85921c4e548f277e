package cn.wuyouhall.domain.cases;

import java.util.Optional;

/** How a material stands, with the key that sets it. The keys are fixed and never translated. */
public enum MaterialMark {
  /** Verified on line or by the card reader. */
  VERIFIED(1),
  /** Original shown or handed in. */
  ORIGINAL(2),
  /** Copy handed in. */
  COPY(3),
  /** To be handed in later (容缺). */
  DEFERRED(4),
  /** A written commitment stands for it (告知承诺). */
  COMMITTED(5),
  /** Missing. */
  MISSING(6);

  private final int key;

  MaterialMark(int key) {
    this.key = key;
  }

  /** The digit key that sets this mark. */
  public int key() {
    return key;
  }

  /** The mark of a digit key. */
  public static Optional<MaterialMark> ofKey(int key) {
    return key < 1 || key > 6 ? Optional.empty() : Optional.of(values()[key - 1]);
  }
}
