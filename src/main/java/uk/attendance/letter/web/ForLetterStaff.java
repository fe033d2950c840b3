package uk.attendance.letter.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;

/** The page Letters and what belongs to it; a manager looks on. */
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.MANAGER
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface ForLetterStaff {}
