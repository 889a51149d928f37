package atelier.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.watch.health.Part;
import atelier.agent.watch.idle.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSourceTest {
    @TempDir
    private Path root;

    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(root);
    }

    @Test
    void theTextIsWrittenByteForByteAndEverybodyMayReadIt() throws IOException {
        fixture.tick();
        assertEquals(fixture.userData, Files.readString(fixture.places.document()));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.places.document())));
        assertTrue(fixture.log().contains("{\"time\":\"2026-11-24T12:00:00Z\",\"unit\":\"watch\",\"event\":\"document\","
                + "\"taken\":\"ada\",\"idleAfter\":\"PT1H\"}"));
    }

    @Test
    void aTextThatIsInForceIsNotWrittenAgain() throws IOException {
        fixture.tick();
        Files.writeString(fixture.places.documentInForce(), fixture.userData.strip() + "\n");
        Files.delete(fixture.places.document());
        fixture.minutes(20);
        assertFalse(Files.exists(fixture.places.document()));
    }

    @Test
    void aTextThatRootHasNotTakenIsOfferedEveryFiveMinutes() throws IOException {
        fixture.tick();
        Files.writeString(fixture.places.documentInForce(), fixture.userData.replace("PT1H", "PT2H"));
        for (int round = 0; round < 2; round++) {
            Files.delete(fixture.places.document());
            fixture.minutes(4);
            assertFalse(Files.exists(fixture.places.document()));
            fixture.minutes(1);
            assertEquals(fixture.userData, Files.readString(fixture.places.document()));
        }
    }

    @Test
    void aChangedIdleTimeIsInForceInTheNextMinuteButLeavesTenMinutes() {
        fixture.tick();
        fixture.minutes(30);
        fixture.userData = fixture.userData.replace("PT1H", "PT15M");
        fixture.minutes(1);
        assertEquals(
                Fixture.START.plus(Duration.ofMinutes(41)),
                fixture.watch.status().idle().verdict().stopsAt().orElseThrow());
        fixture.userData = fixture.userData.replace("PT15M", "never");
        fixture.minutes(1);
        assertEquals(Verdict.State.NEVER, fixture.watch.status().idle().verdict().state());
        fixture.userData = fixture.userData.replace("\"name\" : \"vision-ada\"", "\"name\" : \"vision-bob\"");
        fixture.minutes(1);
        assertEquals("vision-bob", fixture.documents.current().orElseThrow().machine().name());
    }

    @Test
    void aDocumentThatIsWrongDoesNotReplaceAGoodOne() throws IOException {
        fixture.tick();
        String good = fixture.userData;
        fixture.userData = good.replace("PT1H", "PT0S");
        fixture.log();
        fixture.minutes(2);
        assertEquals(good, Files.readString(fixture.places.document()));
        Status status = fixture.watch.status();
        Part part = status.health().parts().get(1);
        assertEquals(Part.Status.UNHEALTHY, part.status());
        assertTrue(part.message().startsWith("idleAfter is \"PT0S\"; allowed is "), part.message());
        assertTrue(part.message().endsWith(
                "; the one before stays in force; an administrator has to deploy the stack again"), part.message());
        assertTrue(status.banners().get(0).startsWith("The description of this workstation in Azure is wrong: idleAfter is "));
        assertEquals(1, fixture.log().stream().filter(line -> line.contains("\"refused\"")).count());
        fixture.userData = good;
        fixture.minutes(1);
        assertEquals(List.of(), fixture.watch.status().banners());
        assertEquals(Part.Status.HEALTHY, fixture.watch.status().health().status());
    }

    @Test
    void aMetadataServiceThatDoesNotAnswerIsAWarningForTenMinutes() {
        fixture.tick();
        fixture.metadataFails = Optional.of("169.254.169.254 cannot be reached");
        fixture.minutes(10);
        assertEquals(Part.Status.WARNING, part().status());
        fixture.minutes(1);
        assertEquals(
                Part.unhealthy("document", "169.254.169.254 cannot be reached; the one before stays in force; "
                        + "an administrator has to deploy the stack again"),
                part());
        assertEquals(List.of(), fixture.watch.status().banners());
    }

    @Test
    void withoutAnyDocumentNothingIsWrittenAndNothingStops() {
        fixture.userData = "";
        fixture.tick();
        assertEquals(new Part("document", Part.Status.STARTING, "the machine has no user data"), part());
        fixture.minutes(25 * 60);
        assertEquals(Part.Status.UNHEALTHY, part().status());
        assertFalse(Files.exists(fixture.places.document()));
        assertEquals(List.of(), fixture.deallocated);
    }

    private Part part() {
        return fixture.watch.status().health().parts().get(1);
    }
}
