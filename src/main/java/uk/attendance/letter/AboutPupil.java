package uk.attendance.letter;

import java.util.List;
import java.util.Map;
import uk.attendance.pupil.Pupil;

/**
 * What a letter says of one pupil.
 *
 * @param words the case's facts, as parents read them
 * @param homeAddress lines; empty where none is on file
 */
record AboutPupil(Pupil pupil, Map<String, Object> words, List<String> homeAddress) {}
