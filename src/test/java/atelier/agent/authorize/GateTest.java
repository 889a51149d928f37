package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.agent.authorize.Decision.Reason;
import atelier.agent.machine.Documents;
import atelier.agent.machine.MachineDocument;
import atelier.agent.machine.MachineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pure: every kind of person before a shared workstation, one's own, and that of someone else. */
final class GateTest {
    private static final String SOMEONE = "11111111-2222-4333-8444-555555555555";
    private static final String ELSEWHERE = "99999999-2222-4333-8444-555555555555";

    static Stream<Arguments> people() {
        return Stream.of(
                person("owner of the subscription", List.of(Roles.OWNER), Reason.MAY_OPEN, Reason.OWNER, Reason.ADMINISTRATOR),
                person("administrator", List.of(Roles.CONTRIBUTOR), Reason.MAY_OPEN, Reason.OWNER, Reason.ADMINISTRATOR),
                person("data scientist", List.of(Roles.DATA_SCIENTIST), Reason.MAY_OPEN, Reason.OWNER, Reason.NOT_OWNER),
                person("compute operator", List.of(Roles.COMPUTE_OPERATOR), Reason.MAY_OPEN, Reason.OWNER, Reason.NOT_OWNER),
                person("workstation user", List.of(Roles.custom("workstation-user")),
                        Reason.MAY_OPEN, Reason.OWNER, Reason.NOT_OWNER),
                person("scientist of the stack", List.of(Roles.DATA_SCIENTIST, Roles.custom("workstation-user")),
                        Reason.MAY_OPEN, Reason.OWNER, Reason.NOT_OWNER),
                person("administrator who is a scientist too", List.of(Roles.DATA_SCIENTIST, Roles.CONTRIBUTOR),
                        Reason.MAY_OPEN, Reason.OWNER, Reason.ADMINISTRATOR),
                person("workstation operator", List.of(Roles.custom("workstation-operator")),
                        Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION),
                person("reader", List.of(Roles.READER), Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION),
                person("reader who operates", List.of(Roles.READER, Roles.custom("workstation-operator")),
                        Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION),
                person("virtual machine contributor", List.of(Roles.VM_CONTRIBUTOR),
                        Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION),
                person("code in notebooks", List.of(Roles.custom("notebook")),
                        Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION),
                person("another workstation's agent", List.of(Roles.custom("agent-applications")),
                        Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION),
                person("guest without a role", List.of(), Reason.NO_PERMISSION, Reason.NO_PERMISSION, Reason.NO_PERMISSION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("people")
    void decidesByRoleAndOwner(String who, List<Role> roles, Reason shared, Reason own, Reason anothers) {
        assertEquals(shared, reason(Documents.shared(), session(SOMEONE), roles));
        assertEquals(own, reason(Documents.personal(), session(Documents.OWNER), roles));
        assertEquals(anothers, reason(Documents.personal(), session(SOMEONE), roles));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("people")
    void nobodyOfAnotherTenantGetsInWhateverTheirRoles(String who, List<Role> roles, Reason shared, Reason own, Reason anothers) {
        Session foreign = new Session(Documents.OWNER, ELSEWHERE, "ada@elsewhere.example", List.of());
        assertEquals(Reason.OTHER_TENANT, reason(Documents.shared(), foreign, roles));
        assertEquals(Reason.OTHER_TENANT, reason(Documents.personal(), foreign, roles));
    }

    @Test
    void azureIsNotAskedAboutAnotherTenant() {
        Gate gate = new Gate(Documents::shared, (access, objectId) -> {
            throw new AssertionError("asked about " + objectId);
        });
        assertEquals(Reason.OTHER_TENANT, gate.decide(new Session(SOMEONE, ELSEWHERE, "x", List.of())).reason());
    }

    @Test
    void aRoleWithAConditionIsNoRole() {
        Assignment conditional = new Assignment("c", Roles.OWNER, true);
        assertEquals(Reason.CONDITIONAL, decide(Documents.shared(), session(SOMEONE), List.of(conditional)).reason());
        Assignment plain = new Assignment("p", Roles.DATA_SCIENTIST, false);
        Decision both = decide(Documents.shared(), session(SOMEONE), List.of(conditional, plain));
        assertEquals(new Decision(Reason.MAY_OPEN, Optional.of(plain)), both);
        assertEquals(Reason.NOT_OWNER, decide(Documents.personal(), session(SOMEONE), List.of(conditional, plain)).reason());
    }

    @Test
    void namesTheAssignmentThatAllowed() {
        Assignment reader = new Assignment("reader", Roles.READER, false);
        Assignment scientist = new Assignment("scientist", Roles.DATA_SCIENTIST, false);
        Assignment contributor = new Assignment("contributor", Roles.CONTRIBUTOR, false);
        List<Assignment> all = List.of(reader, scientist, contributor);
        assertEquals(Optional.of(scientist), decide(Documents.shared(), session(SOMEONE), all).assignment());
        assertEquals(Optional.of(contributor), decide(Documents.personal(), session(SOMEONE), all).assignment());
        assertEquals(Optional.empty(), decide(Documents.shared(), session(SOMEONE), List.of(reader)).assignment());
    }

    @Test
    void whatCannotBeFoundOutIsARefusal() {
        Gate withoutAzure = new Gate(Documents::personal, (access, objectId) -> {
            throw new IOException("no answer");
        });
        assertEquals(Decision.of(Reason.UNKNOWN_RIGHTS), withoutAzure.decide(session(Documents.OWNER)));
        Gate withoutDocument = new Gate(
                new MachineFile(Path.of("does", "not", "exist"), line -> {})::current,
                (access, objectId) -> Rights.of(List.of(new Assignment("a", Roles.OWNER, false))));
        assertEquals(Decision.of(Reason.UNKNOWN_MACHINE), withoutDocument.decide(session(Documents.OWNER)));
    }

    @Test
    void exactlyThreeReasonsAllow() {
        assertEquals(
                List.of(Reason.MAY_OPEN, Reason.OWNER, Reason.ADMINISTRATOR),
                Stream.of(Reason.values()).filter(reason -> Decision.of(reason).allowed()).toList());
    }

    private static Reason reason(MachineDocument machine, Session session, List<Role> roles) {
        List<Assignment> assignments = new ArrayList<>();
        roles.forEach(role -> assignments.add(new Assignment(role.name(), role, false)));
        return decide(machine, session, assignments).reason();
    }

    private static Decision decide(MachineDocument machine, Session session, List<Assignment> assignments) {
        return new Gate(() -> machine, (access, objectId) -> Rights.of(assignments)).decide(session);
    }

    private static Session session(String objectId) {
        return new Session(objectId, Documents.TENANT, "ada@example.com", List.of());
    }

    private static Arguments person(String who, List<Role> roles, Reason shared, Reason own, Reason anothers) {
        return Arguments.of(who, roles, shared, own, anothers);
    }
}
