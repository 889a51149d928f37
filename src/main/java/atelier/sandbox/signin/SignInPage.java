package atelier.sandbox.signin;

import java.util.List;
import java.util.stream.Collectors;

/** The page at which a user is chosen: a form with one button for each, sent to where the page came from. */
final class SignInPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in to the simulated tenant</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
              button { display: block; width: 100%%; margin: .3rem 0; padding: .5rem; font: inherit; text-align: left; }
            </style>
            <h1>Who are you?</h1>
            <p>This stands for the sign-in of Microsoft Entra ID. Nobody is asked for a password.</p>
            %s
            <details><summary>Tokens that must be refused</summary>
            %s
            </details>
            </html>
            """;
    private static final String FORM = """
            <form method="post"><input type="hidden" name="username" value="%s"><input type="hidden" name="claims" value="%s">\
            <button id="%s">%s</button></form>""";

    private SignInPage() {}

    static String of(List<Choice> people, List<Choice> broken) {
        return PAGE.formatted(forms(people), forms(broken));
    }

    private static String forms(List<Choice> choices) {
        return choices.stream()
                .map(choice -> FORM.formatted(
                        escaped(choice.subject()),
                        escaped(choice.claims().toString()),
                        escaped(choice.id()),
                        escaped(choice.label())))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
