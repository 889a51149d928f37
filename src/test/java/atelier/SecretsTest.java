package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Deployed;
import atelier.testing.Stacks;
import atelier.testing.secrets.SecretScan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret is registered or printed, boot data included, and no function that hands out a secret is called. */
class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void nothingRegisteredOrPrintedIsASecret(String stack) {
        Deployed deployed = Stacks.deployed(stack);
        Stream<String> registered = deployed.recorded().all().stream()
                .flatMap(resource -> SecretScan.findings(resource.toString(), resource.inputs()).stream());
        Stream<String> printed = SecretScan.findings("outputs", deployed.outputs()).stream();
        assertEquals(List.of(), Stream.concat(registered, printed).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void onlyTheSignedInAccountIsAskedFor(String stack) {
        assertEquals(
                List.of("azure-native:authorization:getClientConfig"),
                Stacks.deployed(stack).calls().stream().distinct().toList());
    }
}
