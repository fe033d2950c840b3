package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who gets past the door, and the headers that keep a page from being used against its reader. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  private static final String[] FILES = {
    "/app.css", "/*.js", "/favicon.svg", "/vendor/**", "/fonts/**", "/assets/**"
  };

  private static final String ANSWERS = "/r/**";

  private static final String[] OPEN_PAGES = {
    "/sign-in", "/password/**", "/ask-for-leave/**", "/l/*", "/a/*", "/error"
  };

  /** Whether the node is alive and ready, for the proxy; without details. */
  private static final String[] HEALTH = {
    "/livez", "/readyz", "/actuator/health", "/actuator/health/*"
  };

  /** No inline script or style anywhere: what a page does comes from files of ours. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          + "base-uri 'none'";

  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

  /** The port for operators has health with details and the numbers, and nothing else. */
  @Bean
  @Order(0)
  SecurityFilterChain operators(HttpSecurity http, ManagementPort port) throws Exception {
    return http.securityMatcher(port)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/actuator/health", "/actuator/health/*", "/actuator/prometheus")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** Style, script and typeface are nobody's secret: no session is read for them. */
  @Bean
  @Order(1)
  SecurityFilterChain files(HttpSecurity http) throws Exception {
    return http.securityMatcher(Stream.of(FILES, HEALTH).flatMap(Stream::of).toArray(String[]::new))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(SecurityConfiguration::headers)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /**
   * What parents answer by a link. Who asks is nobody: no cookie is read and none given, so there
   * is nothing that a page elsewhere could make a browser do in somebody's name. What stands in the
   * address is told to nobody, and what a page says of a child is kept nowhere on the way.
   */
  @Bean
  @Order(2)
  SecurityFilterChain answers(HttpSecurity http) throws Exception {
    return http.securityMatcher(ANSWERS)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(SecurityConfiguration::headers)
        .headers(
            headers ->
                headers
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .addHeaderWriter(
                        new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive")))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(
      HttpSecurity http, LocalAccounts localAccounts, VisitFilter visits, MultipartProperties files)
      throws Exception {
    HttpSessionRequestCache askedFor = new HttpSessionRequestCache();
    askedFor.setRequestMatcher(SecurityConfiguration::isPage);
    askedFor.setMatchingRequestParameterName(null);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(OPEN_PAGES)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .authenticated())
        .authenticationProvider(localAccounts)
        .addFilterBefore(visits, AuthorizationFilter.class)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .passwordParameter("password")
                    .failureHandler(new SignInRefused())
                    .defaultSuccessUrl("/"))
        .requestCache(cache -> cache.requestCache(askedFor))
        .exceptionHandling(
            denied -> denied.accessDeniedHandler(new StalePage(files.getMaxRequestSize())))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  /** Only a page is worth coming back to after signing in. */
  private static boolean isPage(HttpServletRequest request) {
    String accepts = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && accepts != null
        && accepts.contains("text/html")
        && request.getHeader("HX-Request") == null;
  }

  /** Only in the chain of filters above, not once more for every request. */
  @Bean
  FilterRegistrationBean<VisitFilter> visitsOnlyWithinSecurity(VisitFilter visits) {
    FilterRegistrationBean<VisitFilter> registration = new FilterRegistrationBean<>(visits);
    registration.setEnabled(false);
    return registration;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
