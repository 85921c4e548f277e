package cn.wuyouhall.platform.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * The platform has a case event.
 *
 * @param caseId the case
 * @param provincialNo the province's number of it
 * @param receivedAt by the platform's clock
 */
public record CaseReceipt(UUID caseId, String provincialNo, Instant receivedAt) {}
