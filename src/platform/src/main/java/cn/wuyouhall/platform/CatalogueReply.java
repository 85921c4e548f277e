package cn.wuyouhall.platform;

/** What the platform says of its catalogue. */
public sealed interface CatalogueReply {
  /**
   * A version other than the one held.
   *
   * @param etag to be given with the next question
   * @param json the catalogue's JSON, whole
   */
  record Newer(String etag, byte[] json) implements CatalogueReply {
    @Override
    public String toString() {
      return "Newer[" + etag + ", " + json.length + " bytes]";
    }
  }

  /** The copy held is the newest. */
  record Unchanged() implements CatalogueReply {}
}
