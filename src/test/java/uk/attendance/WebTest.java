package uk.attendance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A page test: the whole program on H2 in memory behind {@code @Autowired MockMvc}, the clock
 * standing at 09:30 on Monday 3 November 2025 ({@code @Autowired StandingClock}). All web tests
 * share one context, started once, and one database: give each test its own school by {@link
 * SignedInAs#newSchool()}, and add no {@code @MockitoBean} or property, which would start another.
 */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:web;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "attendance.sign-in.argon2.memory=64KB",
      "attendance.sign-in.argon2.iterations=1"
    })
@AutoConfigureMockMvc
@Import({SignedInAs.class, StandingClock.Bean.class})
@ExtendWith(StandingClock.SetBack.class)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WebTest {}
