package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * One judgement that belongs to a row of the policy table; a row may have several.
 *
 * @param row id of the row, such as NET-01
 * @param rule what must hold, as a sentence for the report
 * @param subject which resources it judges
 * @param holds whether it holds for one of them, with everything else at hand
 */
public record Check(String row, String rule, Predicate<Registration> subject, BiPredicate<Registration, Recorded> holds) {

    static Check every(String row, String type, String rule, BiPredicate<Registration, Recorded> holds) {
        return new Check(row, rule, registration -> registration.type().endsWith(":" + type), holds);
    }

    static Check every(String row, String type, String rule, Predicate<Registration> holds) {
        return every(row, type, rule, (subject, all) -> holds.test(subject));
    }

    /** The value at a path is written out and is this one; upper and lower case do not differ, as in ARM. */
    static Check everyHas(String row, String type, String path, String value) {
        return every(row, type, path + " is " + value, subject -> subject.input(path).asText().equalsIgnoreCase(value));
    }

    /** The value at a path is absent or this one. */
    static Check everyHasAtMost(String row, String type, String path, String value) {
        return every(row, type, path + " is absent or " + value,
                subject -> subject.input(path).isMissingNode() || subject.input(path).asText().equalsIgnoreCase(value));
    }

    public Recorded subjects(Recorded recorded) {
        return recorded.resources().where(subject);
    }

    /** One line per resource for which it does not hold. */
    public List<String> violations(Recorded recorded) {
        return subjects(recorded)
                .where(registration -> !holds.test(registration, recorded)).all().stream()
                .map(registration -> row + ": " + registration + ": " + rule)
                .toList();
    }
}
