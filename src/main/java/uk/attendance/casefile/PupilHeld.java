package uk.attendance.casefile;

import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * A hold on a pupil was placed or released. Published within the transaction of the change.
 *
 * @param held whether it holds now
 */
public record PupilHeld(SchoolId school, PupilId pupil, boolean held) {}
