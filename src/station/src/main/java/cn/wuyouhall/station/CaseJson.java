package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The shape in which a case event is kept in the journal, version 1. Fields a newer program adds
 * are carried past.
 */
final class CaseJson {
  static final int VERSION = 1;

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static String kindOf(CaseRecord.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> "case.accepted";
      case ACCEPTED_DEFERRED -> "case.accepted-deferred";
      case NOTICE -> "case.notice";
    };
  }

  byte[] write(CaseRecord record) {
    try {
      return mapper.writeValueAsBytes(record);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a case record cannot be written as JSON", fault);
    }
  }

  CaseRecord read(byte[] body) {
    try {
      return mapper.readValue(body, CaseRecord.class);
    } catch (IOException _) {
      // Without its cause, whose words may hold what was read.
      throw new UncheckedIOException(new IOException("a kept case record cannot be read"));
    }
  }
}
