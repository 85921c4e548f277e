-- The province's public keys that ratings are sealed to, as any station read them; the one read last is in use.
CREATE TABLE province_key (
  hall TEXT NOT NULL,
  key_id TEXT NOT NULL,
  region TEXT NOT NULL,
  public_key ${bytes} NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (hall, key_id)
) ${rowless};
