-- Numbers of a day that may be on paper though no ticket says so: what a restored database was told. Those given out
-- next are higher, on every line.
CREATE TABLE numbers_printed (
  hall TEXT NOT NULL,
  day TEXT NOT NULL,
  region TEXT NOT NULL,
  highest INTEGER NOT NULL,
  PRIMARY KEY (hall, day)
) ${rowless};
