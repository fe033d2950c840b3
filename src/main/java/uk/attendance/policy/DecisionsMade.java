package uk.attendance.policy;

/** Hears what tables answered to running processes, within the same transaction. */
public interface DecisionsMade {

  /**
   * @param processInstanceId the engine's id of the process that asked
   */
  void decided(Decided decided, String processInstanceId);
}
