package atelier.config;

import atelier.model.Problem;
import java.util.List;

/**
 * The configuration has mistakes; the message is the report for the user. Carries no stack trace, because nothing in the
 * program is wrong.
 */
public final class InvalidConfig extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    InvalidConfig(List<Problem> problems) {
        super(Report.of(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the contract; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
