package uk.attendance;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

class BothDatabases implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(on("H2", Database::h2), on("PostgreSQL", Database::postgresql));
  }

  private static TestTemplateInvocationContext on(String product, Supplier<Database> open) {
    return new TestTemplateInvocationContext() {
      @Override
      public String getDisplayName(int index) {
        return product;
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(new OneDatabase(open));
      }
    };
  }

  private record OneDatabase(Supplier<Database> open) implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(ExtensionContext.Namespace.create(OneDatabase.class, context.getUniqueId()))
          .getOrComputeIfAbsent(Database.class, key -> open.get());
    }
  }
}
