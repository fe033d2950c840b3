package uk.attendance.notify;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Handover;
import uk.attendance.school.SchoolId;
import uk.gov.service.notify.NotificationClientException;
import uk.gov.service.notify.PatientNotificationClient;
import uk.gov.service.notify.Template;

/** Tries a school's settings at Notify, while somebody looks on. */
@Component
public class TryingOut {

  private static final String NEEDED = "((" + NotifyTexts.PLACEHOLDER + "))";

  private final AskingNotify notify;
  private final NotifySchools schools;
  private final NotifySettings settings;

  TryingOut(AskingNotify notify, NotifySchools schools, NotifySettings settings) {
    this.notify = notify;
    this.schools = schools;
    this.settings = settings;
  }

  /** What Notify says of settings. */
  public enum Found {
    GOOD,
    KEY_NOT_KNOWN,
    TEMPLATE_NOT_KNOWN,
    TEMPLATE_NOT_OURS,
    NOT_REACHED
  }

  /**
   * @param key null: the one that is kept
   */
  public Found check(SchoolId school, String baseUrl, @Nullable String key, String id) {
    try {
      Template template =
          new PatientNotificationClient(
                  key == null ? schools.key(school) : key,
                  baseUrl,
                  settings.connectWithin(),
                  settings.answerWithin())
              .getTemplateById(id);
      return template.getTemplateType().equals("sms") && template.getBody().strip().equals(NEEDED)
          ? Found.GOOD
          : Found.TEMPLATE_NOT_OURS;
    } catch (NotificationClientException e) {
      return switch (e.getHttpResult()) {
        case 401, 403 -> Found.KEY_NOT_KNOWN;
        case 400, 404 -> Found.TEMPLATE_NOT_KNOWN;
        default -> Found.NOT_REACHED;
      };
    } catch (RuntimeException e) {
      return Found.NOT_REACHED;
    }
  }

  /**
   * Sends a text to somebody's own number; nothing of it is kept.
   *
   * @return empty where the school has no settings
   */
  public Optional<Handover> sendTestText(SchoolId school, String schoolName, String number) {
    return schools
        .find(school)
        .map(
            one ->
                notify.handOver(
                    school,
                    settings ->
                        client ->
                            client
                                .sendSms(
                                    settings.templateId(),
                                    number,
                                    Map.of(
                                        NotifyTexts.PLACEHOLDER,
                                        TextWords.forTelephones(
                                            schoolName + ": a test of text messages. They work.")),
                                    UUID.randomUUID().toString(),
                                    settings.senderId())
                                .getNotificationId()
                                .toString()));
  }
}
