package uk.attendance.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The program as {@code bin/scenario} starts it; one for all tests that tell stories. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ActiveProfiles("scenario")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Telling {}
