package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person at a browser window of a certain size, signed in or not. */
final class Visitor implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private static final int PHONE_WIDTH = 320;
  private static final int PHONE_HEIGHT = 640;

  /** Where pictures of pages go; they cost more than all else on a page, so only when asked for. */
  private static final Optional<Path> PICTURES =
      Optional.ofNullable(System.getenv("PICTURES")).map(Path::of);

  /** One for each thread that visits: Playwright's objects belong to the thread that made them. */
  private static final ThreadLocal<Browser> CHROMIUM = ThreadLocal.withInitial(Visitor::chromium);

  private final RunningDemonstration demonstration = RunningDemonstration.get();
  private final BrowserContext context;
  private final List<String> troubles = new ArrayList<>();
  final Page page;

  private Visitor(int width, int height, boolean script) {
    context =
        CHROMIUM
            .get()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(demonstration.address())
                    .setLocale("en-GB")
                    .setJavaScriptEnabled(script)
                    .setViewportSize(width, height));
    page = context.newPage();
    page.onPageError(error -> troubles.add(page.url() + " " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            troubles.add(page.url() + " " + message.text());
          }
        });
  }

  private static Browser chromium() {
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(
                    Path.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run")));
  }

  static Visitor atADesk() {
    return new Visitor(WIDTH, HEIGHT, true);
  }

  static Visitor withAPhone() {
    return new Visitor(PHONE_WIDTH, PHONE_HEIGHT, true);
  }

  static Visitor withoutScript() {
    return new Visitor(WIDTH, HEIGHT, false);
  }

  Visitor signIn(String place, String role) {
    page.navigate("/sign-in");
    page.locator("#email").fill(demonstration.email(place, role));
    page.locator("#password").fill(demonstration.password());
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
    assertThat(page.url()).as("signed in as %s at %s", role, place).doesNotContain("/sign-in");
    return this;
  }

  Response goTo(String path) {
    return page.navigate(path);
  }

  /** One h1, a title that says where one is, nothing wider than the window, and axe is content. */
  void findsThePageInOrder() {
    String where = page.url();
    assertThat(page.locator("h1").count()).as("h1 on " + where).isEqualTo(1);
    assertThat(page.title()).as("title of " + where).matches(".+ – Attendance");
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as("pixels too wide: " + where).isLessThan(1);
    // within the page: a window beside it for each answer is for frames, and takes twice as long
    assertThat(page.frames()).as("frames on " + where).hasSize(1);
    List<Rule> violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
    assertThat(violations)
        .as("axe on " + where)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .isEmpty();
    assertThat(troubles).as("errors in the browser's console").isEmpty();
  }

  /** The same page in a window as narrow as a phone. */
  void looksAsOnAPhone(Runnable looking) {
    page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    looking.run();
    page.setViewportSize(WIDTH, HEIGHT);
  }

  void takesAPicture(String name) {
    PICTURES.ifPresent(
        folder ->
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(folder.resolve(name + ".png"))));
  }

  @Override
  public void close() {
    context.close();
  }
}
