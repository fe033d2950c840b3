package uk.attendance.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.ClassUtils;
import uk.attendance.letter.Carrier;
import uk.attendance.pupil.Channel;

/**
 * Lays points around what the program does, without the program knowing: its database; each step of
 * a case ({@code before delegate sendFirstDayMessage}, {@code after ...}); the hand-over of a mail
 * ({@code before mail}, {@code after mail}) and of a text.
 */
final class PointedBeans implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof DataSource source) {
      return new PointedSource(source);
    }
    if (bean instanceof JavaDelegate) {
      return around(bean, "execute", "delegate " + name);
    }
    if (bean instanceof JavaMailSender) {
      return around(bean, "send", "mail");
    }
    if (bean instanceof Carrier carrier && carrier.channel() == Channel.SMS) {
      return around(bean, "handOver", "text");
    }
    return bean;
  }

  private static Object around(Object bean, String method, String point) {
    return Proxy.newProxyInstance(
        PointedBeans.class.getClassLoader(),
        ClassUtils.getAllInterfaces(bean),
        (proxy, called, arguments) -> {
          boolean pointed = called.getName().equals(method);
          if (pointed) {
            Points.pass("before " + point);
          }
          try {
            Object result = called.invoke(bean, arguments);
            if (pointed) {
              Points.pass("after " + point);
            }
            return result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
