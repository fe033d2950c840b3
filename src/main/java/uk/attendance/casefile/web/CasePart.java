package uk.attendance.casefile.web;

import java.time.Instant;
import java.util.List;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;

/** What a feature adds to the documents of a case: letters, attachments, forms as submitted. */
public interface CasePart {

  /**
   * @param kind "Letter", "Attachment"
   * @param words "First-day letter to Mrs Grace Okafor, sent by e-mail"
   */
  record Document(String kind, String words, String href, Instant at) {}

  /** Only what the person may see. */
  List<Document> documents(CaseFile file, Scope scope);
}
