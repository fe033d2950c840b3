package uk.attendance.pupil.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;

/** A page that shows pupils: for every role that sees any. */
@OnlyFor({
  Role.OFFICE,
  Role.TEACHER,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.DSL,
  Role.MANAGER
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForPupilStaff {}
