package atelier.config;

import atelier.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The text in which a user reads what is wrong with the configuration: one block per problem, in the order given. */
public final class Report {
    private static final int COLUMNS = 110;
    private static final String ALLOWED = "    Allowed: ";
    private static final String FIX = "    Fix:     ";

    private Report() {}

    /** The report, without a line break at its end. Commands are not broken within, so that they can be pasted. */
    public static String of(List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(Report::block)
                .collect(Collectors.joining("\n\n", count + " in the configuration; nothing was changed.\n\n", ""));
    }

    private static String block(Problem problem) {
        return problem.path() + ": " + verdict(problem.value()) + "\n"
                + ALLOWED + hanging(wrap(problem.allowed())) + "\n"
                + FIX + hanging(problem.command().replace(" && pulumi ", " &&\npulumi "));
    }

    private static String verdict(String value) {
        if (value.equals(Shown.MISSING)) {
            return "is missing.";
        }
        return (Shown.isNote(value) ? value : "'" + value + "'") + " is not accepted.";
    }

    private static String hanging(String lines) {
        return lines.replace("\n", "\n" + " ".repeat(ALLOWED.length()));
    }

    private static String wrap(String text) {
        return text.lines().map(Report::wrapLine).collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line) {
        int room = COLUMNS - ALLOWED.length();
        int space = line.lastIndexOf(' ', room);
        if (line.length() <= room || space <= 0) {
            return line;
        }
        return line.substring(0, space) + "\n" + wrapLine(line.substring(space + 1));
    }
}
