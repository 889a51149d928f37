package atelier.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFileTest {
    @TempDir
    Path directory;

    private List<String> problems(String... replacements) throws Exception {
        String world = Files.readString(Azure.WORLD);
        for (int i = 0; i < replacements.length; i += 2) {
            assertTrue(world.contains(replacements[i]), replacements[i]);
            world = world.replace(replacements[i], replacements[i + 1]);
        }
        Path file = Files.writeString(directory.resolve("azure.yaml"), world);
        String message = assertThrows(InvalidWorld.class, () -> Cloud.open(directory, file)).getMessage();
        List<String> lines = message.lines().map(String::strip).toList();
        assertEquals(file + " does not describe a simulated Azure:", lines.get(0));
        return lines.subList(1, lines.size());
    }

    @Test
    void theWorldThatUsersGetIsRead() {
        World world = WorldFile.read(Azure.WORLD);
        assertEquals(Estate.TENANT, world.subscription().tenantId());
        assertEquals(new World.Limit(400, 8), world.computeQuota().get("westeurope").family("STANDARDDSV5FAMILY"));
        assertEquals(List.of("2026.11.1"), world.images().get("workstation-grid"));
        assertEquals(Set.of("workstations"), world.certificates());
        assertEquals(2, world.networks().size());
        assertTrue(world.regions().get("westeurope").offers("standard_d4s_v5"));
        assertEquals(Directory.Type.Group, world.directory().principal(Estate.SCIENTISTS).orElseThrow().type());
    }

    @Test
    void everyMistakeIsNamedAtOnce() throws Exception {
        assertEquals(
                List.of(
                        "sizes.Standard_D4s_v5.vCpus is 'four': allowed is a whole number from 0",
                        "subscription.id is '1': allowed is a GUID in lower case",
                        "principals[1].type is 'Team': allowed is one of User, Group, ServicePrincipal",
                        "features[0] is 'EncryptionAtHost': allowed is a feature such as"
                                + " Microsoft.Compute/EncryptionAtHost",
                        "quota.compute.westeurope.regionalCores.limit is '-5': allowed is a whole number from 0"),
                problems(
                        "  id: 0a71e1e5-5a1d-4b0c-8f00-5ca1ab1e0001", "  id: '1'",
                        "Standard_D4s_v5: {family: standardDSv5Family, vCpus: 4",
                                "Standard_D4s_v5: {family: standardDSv5Family, vCpus: four",
                        "  - Microsoft.Compute/EncryptionAtHost", "  - EncryptionAtHost",
                        "regionalCores: {limit: 1000", "regionalCores: {limit: -5",
                        "type: Group, name: atelier-admins", "type: Team, name: atelier-admins"));
    }

    @Test
    void anUnknownKeyIsNamedWithTheOnesThatExist() throws Exception {
        assertEquals(
                List.of("signedIn.email is not a key: allowed are clientId, objectId"),
                problems("signedIn:\n", "signedIn:\n  email: you@example.com\n"));
    }

    @Test
    void aMissingKeyIsNamedOnce() throws Exception {
        assertEquals(
                List.of("features is missing: allowed is a list"),
                problems("features:\n  - Microsoft.Compute/EncryptionAtHost\n", ""));
        assertEquals(
                List.of(
                        "signedIn is missing: allowed is a mapping",
                        "me is not a key: allowed are subscription, signedIn, resourceProviders, features, "
                                + "sizes, regions, quota, principals, outsiders, applications, roleAssignments, roles, policies, images, "
                                + "certificates, networks, takenNames, faults"),
                problems("\nsignedIn:", "\nme:").stream()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void textNumberAndTruthValueAreNotConverted() throws Exception {
        assertEquals(
                List.of("sizes.Standard_D4s_v5.trustedLaunch is 'yes': allowed is true or false"),
                problems(
                        "vCpus: 4, temporaryDisk: false, trustedLaunch: true, generations: [1, 2], dataDisks: 8,"
                                + " networkInterfaces: 2}\n"
                                + "  Standard_D8ds_v5",
                        "vCpus: 4, temporaryDisk: false, trustedLaunch: 'yes', generations: [1, 2], dataDisks: 8,"
                                + " networkInterfaces: 2}\n"
                                + "  Standard_D8ds_v5"));
        assertEquals(
                List.of("regions.westeurope.lacks[0] is '7': allowed is a VM size that is described above"),
                problems("westeurope: {offers: all, lacks: []}", "westeurope: {offers: all, lacks: [7]}"));
    }

    @Test
    void whatIsNamedMustBeDescribed() throws Exception {
        assertEquals(
                List.of("regions.westeurope.lacks is '[\"Standard_D5s_v5\"]': allowed is a list of VM sizes that are"
                        + " described above, each once"),
                problems(
                        "westeurope: {offers: all, lacks: []}", "westeurope: {offers: all, lacks: [Standard_D5s_v5]}"));
        assertEquals(
                List.of("networks[1].location is 'moonbase': allowed is one of the regions that are described above:"
                        + " westeurope, northeurope, swedencentral, eastus, polandcentral"),
                problems("    location: northeurope", "    location: moonbase"));
        assertTrue(problems("    northeurope:\n", "    moonbase:\n")
                .get(0)
                .endsWith("allowed is only regions that are described above: westeurope, "
                        + "northeurope, swedencentral, eastus, polandcentral"));
    }

    @Test
    void aQuotaIsThatOfAFamilyOfTheSizes() throws Exception {
        List<String> problems = problems(
                "StandardNCadsH100v5Family: {limit: 320", "StandardNCadsH100v4Family: {limit: 320",
                "standardDDSv5Family: {limit: 64", "STANDARDDDSV5FAMILY: {limit: 64");
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("quota.machineLearning.westeurope.families.StandardNCadsH100v4Family is not a key:"
                + " allowed is a family of the sizes that are described above: Standard NCASv3_T4 Family, "), problems.get(0));
    }

    @Test
    void aNetworkHasARealAddressRange() throws Exception {
        assertEquals(
                List.of("networks[0].addressSpace[0] is '10.0.0.256/16': allowed is an address range such as 10.0.0.0/16",
                        "networks[1].addressSpace[0] is '192.168.0.0/33': allowed is an address range such as 10.0.0.0/16"),
                problems("[10.0.0.0/16]", "[10.0.0.256/16]", "[192.168.0.0/20]", "[192.168.0.0/33]"));
    }

    @Test
    void aCertificateHasANameThatAVaultAccepts() throws Exception {
        assertEquals(
                List.of("certificates[0] is 'work stations': allowed is a name of up to 127 letters, digits and hyphens"),
                problems("certificates: [workstations]", "certificates: [work stations]"));
    }

    @Test
    void aPrincipalIsNamedOnce() throws Exception {
        assertEquals(
                List.of("principals[2].objectId is '1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349': allowed is an object id"
                        + " that no other principal has"),
                problems("2a7c5b3d-04e8-4f69-81d2-6b9e3c1f7a50", "1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349"));
    }

    @Test
    void usersSignInAndGroupsHaveMembers() throws Exception {
        assertEquals(
                List.of(
                        "principals[5].userPrincipalName is 'ada': allowed is a name to sign in with such as ada@example.com",
                        "principals[1].members is '[\"you\",\"allan\"]': allowed is a list of names of other principals"),
                problems("[you, alan]", "[you, allan]", "userPrincipalName: ada@example.com", "userPrincipalName: ada").stream()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        assertEquals(
                List.of("principals[2].members is '[\"atelier-operators\"]': allowed is a list of names of other principals"),
                problems("members: [otto]", "members: [atelier-operators]"));
        assertEquals(
                List.of("principals[2].userPrincipalName is not a key: allowed are objectId, type, name, members"),
                problems("members: [otto]", "members: [otto], userPrincipalName: o@example.com"));
        assertEquals(
                List.of("principals[6].name is 'ada': allowed is a name that no other principal has",
                        "principals[3].members is '[\"ada\",\"grace\"]': allowed is a list of names of other principals").stream()
                        .sorted().toList(),
                problems("type: User, name: grace,", "type: User, name: ada,").stream().sorted().toList());
    }

    @Test
    void groupsMayBeInGroups() throws Exception {
        Path file = directory.resolve("nested.yaml");
        Files.writeString(file, Files.readString(Azure.WORLD).replace("members: [rachel]", "members: [rachel, atelier-scientists]"));
        Directory nested = WorldFile.read(file).directory();
        String ada = "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83";
        assertEquals(Set.of(Estate.SCIENTISTS, "4c9e7d5f-260a-418b-a3f4-4d1a5e3b9c72"), nested.groupsOf(ada));
        assertEquals(Set.of(Estate.SCIENTISTS), WorldFile.read(Azure.WORLD).directory().groupsOf(ada));
        assertEquals(Set.of(), nested.groupsOf("e687c0e2-bf93-4a14-8c8d-76a3e1c4850b"));
    }

    @Test
    void whatIsGrantedByHandIsARoleAndAPrincipalOfTheFile() throws Exception {
        List<String> problems = problems(
                "principal: olivia\n    role: Owner", "principal: olive\n    role: Boss",
                "{principal: you, role: Owner, scope: /subscriptions/0a71", "{principal: you, role: Owner, scope: subscriptions/0a71");
        assertEquals(3, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("roleAssignments[0].scope is 'subscriptions/0a71"), problems.get(0));
        assertEquals("roleAssignments[1].principal is 'olive': allowed is the name of one of the principals", problems.get(1));
        assertTrue(problems.get(2).startsWith("roleAssignments[1].role is 'Boss': allowed is the name of one of the roles: Owner, "));
    }

    @Test
    void outsidersAreOfAnotherTenant() throws Exception {
        assertEquals(
                List.of("outsiders[0].tenantId is '8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613': allowed is a tenant other than"
                        + " subscription.tenantId"),
                problems("{tenantId: 2c9f0d17-5b3e-4a68-9c41-7e8d6f5a4b32", "{tenantId: 8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"));
        assertEquals(
                List.of("applications[0].trusts is missing: allowed is the name of a managed identity"),
                problems(", trusts: atelier-vision-signin", ""));
    }

    @Test
    void aFaultHasAnActionAStatusAndANumber() throws Exception {
        assertEquals(
                List.of(
                        "faults[0].action is 'stop it': allowed is an action such as"
                                + " Microsoft.Compute/virtualMachines/deallocate/action",
                        "faults[0].status is '200': allowed is a whole number from 400 to 599",
                        "faults[0].times is '0': allowed is a whole number from 1 to 1000"),
                problems("faults: []", "faults: [{action: stop it, status: 200, code: Busy, times: 0}]"));
    }

    @Test
    void aKeyThatAppearsTwiceIsNamedWithItsLine() throws Exception {
        assertEquals(
                List.of("line 7: Duplicate field 'subscription'"),
                problems(
                        Files.readString(Azure.WORLD),
                        "# a\n# b\nsubscription:\n  id: x\n  tenantId: y\n\nsubscription:\n  id: z\n"));
    }

    @Test
    void withoutAFileTheVariableIsNamed() {
        InvalidWorld error = assertThrows(InvalidWorld.class, () -> Cloud.open(directory));
        assertTrue(error.getMessage().contains("ATELIER_AZURE_YAML"), error.getMessage());
    }
}
