package uk.attendance.architecturetest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.ITemplateEngine;
import uk.attendance.architecturetest.process.Engine;

class EverythingWrong {

  @Autowired private RuntimeService engine;
  private final Engine wrapped = new Engine();

  @GetMapping("/wrong")
  String page(Model model, HttpServletRequest request, ITemplateEngine templates) {
    return LocalDate.now() + " " + engine + wrapped + model + request + templates;
  }
}
