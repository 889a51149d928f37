package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** A terminal that asks the token broker for more than the identity {@code notebook} and its few audiences. */
@ExtendWith(DevWorkstation.class)
class BrokerAttacksRehearsal {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADDRESS = "http://127.0.0.1:4182/metadata/identity/oauth2/token?api-version=2018-02-01";
    private static final String ARM = "&resource=https://management.azure.com/";
    private static final String METADATA = "-H Metadata:true ";

    static final List<Attack<Workstation>> ATTACKS = List.of(
            identity("the identity 'agent' by its client id", "client_id", "/identities/agent", ""),
            identity("the identity 'signin' by its client id", "client_id", "/identities/signin", ""),
            identity("the identity 'agent' in capitals", "CLIENT_ID", "/identities/agent", ""),
            identity("the identity 'agent' beside 'notebook'", "client_id", "/identities/agent", "&client_id=NOTEBOOK"),
            identity("the identity 'agent' behind 'notebook'", "client_id", "/identities/notebook", "&client_id=AGENT"),
            identity("the identity 'agent' with an encoded name", "client%5Fid", "/identities/agent", ""),
            identity("an identity by its object id", "object_id", "/identities/agent", ""),
            identity("an identity by its principal id", "principal_id", "/identities/agent", ""),
            identity("an identity by its resource id", "mi_res_id", "/access/workspaceId", ""),
            identity("an identity by its resource id, in the other spelling", "msi_res_id", "/access/workspaceId", ""),
            audience("a token for the vault", "https://vault.azure.net"),
            audience("a token for the directory", "https://graph.microsoft.com"),
            audience("a token for the old directory", "https://graph.windows.net"),
            audience("the token that stands for the sign-in's secret", "api://AzureADTokenExchange"),
            audience("a token for databases", "https://database.windows.net/"),
            audience("a token for another cloud", "https://management.usgovcloudapi.net/"),
            audience("a token for an address that begins like an allowed one", "https://management.azure.com.evil.example/"),
            audience("a token for an address that holds an allowed one", "https://evil.example/https://management.azure.com"),
            audience("a token for an allowed address with another scope", "https://management.azure.com//.default"),
            audience("a token for an allowed address in capitals", "HTTPS://MANAGEMENT.AZURE.COM"),
            refused("two audiences", METADATA, ARM + "&resource=https://vault.azure.net", "400 invalid_request"),
            refused("no audience", METADATA, "", "400 invalid_request"),
            refused("a request without the header Metadata, as a tricked server sends it", "", ARM, "400 invalid_request"),
            refused("a request whose header Metadata says no", "-H Metadata:false ", ARM, "400 invalid_request"),
            refused("two headers Metadata", METADATA + "-H Metadata:false ", ARM, "400 invalid_request"),
            refused("a forwarded request", METADATA + "-H 'X-Forwarded-For: 203.0.113.7' ", ARM, "400 invalid_request"),
            refused("a web page whose name means this address (DNS rebinding)", METADATA + "-H 'Host: evil.example' ", ARM,
                    "400 invalid_request"),
            refused("a name that begins like the address", METADATA + "-H 'Host: 127.0.0.1.evil.example' ", ARM,
                    "400 invalid_request"),
            refused("the workstation's own name", METADATA + "-H 'Host: HOST' ", ARM, "400 invalid_request"),
            refused("a change", METADATA + "-X POST -d x ", ARM, "405 method_not_allowed"),
            elsewhere("the machine's document", "/metadata/instance?api-version=2021-02-01"),
            elsewhere("the machine's document behind the token's path",
                    "/metadata/identity/oauth2/token/../../../instance?api-version=2021-02-01"),
            elsewhere("the machine's document with encoded dots", "/metadata/identity/oauth2/token/%2e%2e/info"),
            elsewhere("an attested document", "/metadata/attested/document?api-version=2020-09-01"),
            elsewhere("the root", "/"));

    @TestFactory
    Stream<DynamicTest> nothingElseIsGiven(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void aTokenOfNotebookIsGivenToEveryAccountAndSaysSo(Workstation workstation) throws JsonProcessingException {
        String notebook = workstation.json("/run/atelier/machine.json").at("/identities/notebook").asText();
        for (String account : List.of("azureuser", "nobody")) {
            JsonNode token = JSON.readTree(workstation.run("runuser", "-u", account, "--", "bash", "-c",
                    curl(METADATA, ADDRESS + ARM))
                    .succeeded().out());
            assertEquals(notebook, token.path("client_id").asText(), account);
            assertTrue(token.path("access_token").asText().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"), account);
        }
        assertEquals("given", lastDecision(workstation));
    }

    private static String lastDecision(Workstation workstation) throws JsonProcessingException {
        List<String> lines = workstation.journal("atelier-tokens").lines().filter(line -> line.startsWith("{")).toList();
        return JSON.readTree(lines.get(lines.size() - 1)).path("decision").asText();
    }

    private static Attack<Workstation> identity(String name, String parameter, String value, String more) {
        return new Attack<>(name, workstation -> {
            JsonNode document = workstation.json("/run/atelier/machine.json");
            String rest = more.replace("NOTEBOOK", document.at("/identities/notebook").asText())
                    .replace("AGENT", document.at("/identities/agent").asText());
            assertRefused("400 invalid_request", workstation, METADATA,
                    ADDRESS + ARM + "&" + parameter + "=" + document.at(value).asText() + rest);
        });
    }

    private static Attack<Workstation> audience(String name, String audience) {
        return refused(name, METADATA, "&resource=" + audience, "400 invalid_resource");
    }

    private static Attack<Workstation> refused(String name, String headers, String query, String refusal) {
        return new Attack<>(name, workstation -> assertRefused(
                refusal, workstation, headers.replace("HOST", workstation.host()), ADDRESS + query));
    }

    private static Attack<Workstation> elsewhere(String name, String path) {
        return new Attack<>(name, workstation -> assertRefused("404 not_found", workstation, METADATA, "http://127.0.0.1:4182"
                + path));
    }

    private static void assertRefused(String refusal, Workstation workstation, String headers, String address) throws Exception {
        String[] lines = workstation.shell("azureuser", curl("--write-out '\\n%{http_code}' " + headers, address))
                .succeeded().out().split("\n");
        JsonNode answer = JSON.readTree(lines[0]);
        assertEquals(refusal, lines[1] + " " + answer.path("error").asText(), answer::toString);
        assertTrue(answer.path("access_token").isMissingNode(), answer::toString);
    }

    private static String curl(String headers, String address) {
        return "curl --silent --path-as-is --max-time 20 " + headers + "'" + address + "'";
    }
}
