package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.ResourceName;
import atelier.naming.ReservedWords;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the shared components as a whole. */
class SharedComponentsTest {
    private static final Set<String> NOT_TAGGABLE = Set.of(
            "RoleAssignment",
            "RoleDefinition",
            "DiagnosticSetting",
            "FileShare",
            "FileServiceProperties",
            "BlobServiceProperties",
            "PrivateDnsZoneGroup",
            "VirtualNetworkPeering");
    private static final Set<String> WITHOUT_LOCATION = NOT_TAGGABLE;

    @Test
    void aPublicStackHasExactlyTheseResources() {
        assertEquals(
                """
                authorization:RoleAssignment=20
                authorization:RoleDefinition=8
                compute:Gallery=1
                compute:GalleryImage=3
                containerregistry:Registry=1
                insights:Component=1
                insights:DiagnosticSetting=5
                keyvault:Vault=1
                machinelearningservices:Workspace=1
                managedidentity:UserAssignedIdentity=3
                network:ApplicationSecurityGroup=2
                network:NatGateway=1
                network:NetworkSecurityGroup=3
                network:PrivateDnsZoneGroup=5
                network:PrivateEndpoint=5
                network:PrivateZone=6
                network:PublicIPAddress=1
                network:VirtualNetwork=1
                network:VirtualNetworkLink=6
                operationalinsights:Workspace=1
                resources:ResourceGroup=2
                storage:BlobServiceProperties=1
                storage:FileServiceProperties=1
                storage:FileShare=1
                storage:StorageAccount=1
                """,
                counts(SharedComponents.PUBLIC));
    }

    @Test
    void aPrivateStackWithBastionAndPeersHasExactlyTheseResources() {
        assertEquals(
                """
                authorization:RoleAssignment=14
                authorization:RoleDefinition=8
                compute:Gallery=1
                compute:GalleryImage=3
                containerregistry:Registry=1
                insights:Component=1
                insights:DiagnosticSetting=5
                keyvault:Vault=1
                machinelearningservices:Workspace=1
                managedidentity:UserAssignedIdentity=3
                network:ApplicationSecurityGroup=1
                network:BastionHost=1
                network:NatGateway=1
                network:NetworkSecurityGroup=3
                network:PrivateDnsZoneGroup=5
                network:PrivateEndpoint=5
                network:PrivateZone=6
                network:PublicIPAddress=2
                network:VirtualNetwork=1
                network:VirtualNetworkLink=6
                network:VirtualNetworkPeering=2
                operationalinsights:Workspace=1
                resources:ResourceGroup=2
                storage:BlobServiceProperties=1
                storage:FileServiceProperties=1
                storage:FileShare=1
                storage:StorageAccount=1
                """,
                counts(SharedComponents.PRIVATE));
    }

    @Test
    void everyResourceIsInsideAComponent() {
        List<String> outside = SharedComponents.PUBLIC.deployed().urns().stream()
                .filter(urn -> urn.contains("azure-native:") && !urn.contains("$atelier:components:"))
                .toList();
        assertEquals(List.of(), outside);
    }

    @Test
    void everythingTaggableIsTagged() {
        int tagged = 0;
        for (Registration resource : resources(SharedComponents.PUBLIC).all()) {
            if (NOT_TAGGABLE.contains(resource.shortType())) {
                assertTrue(resource.input("tags").isMissingNode(), resource::toString);
                continue;
            }
            assertEquals("CC-1042", resource.text("tags.costCenter"), resource::toString);
            assertEquals("ml-platform@example.com", resource.text("tags.owner"), resource::toString);
            assertEquals("vision", resource.text("tags.team"), resource::toString);
            tagged++;
        }
        assertEquals(40, tagged);
    }

    @Test
    void everyLocationIsTheRegionExceptForNamesThatAreGlobal() {
        for (Registration resource : resources(SharedComponents.PUBLIC).all()) {
            if (WITHOUT_LOCATION.contains(resource.shortType())) {
                continue;
            }
            boolean global = Set.of("PrivateZone", "VirtualNetworkLink").contains(resource.shortType());
            assertEquals(global ? "global" : "westeurope", resource.text("location"), resource::toString);
        }
    }

    @Test
    void twoRunsRegisterTheSame() {
        assertEquals(
                SharedComponents.PUBLIC.deployed().recorded().all(), SharedComponents.PUBLIC.deploy().recorded().all());
    }

    @Test
    void anotherOrderOfTheWorkstationsChangesNothing() {
        SharedComponents turned = SharedComponents.PUBLIC.with(SharedComponents.GRACE, SharedComponents.ADA);
        assertEquals(
                SharedComponents.PUBLIC.deployed().recorded().all(), turned.deployed().recorded().all());
    }

    @Test
    void aNewWorkstationAddsItsGroupAndChangesOnlyTheSharedSecurityGroup() {
        SharedComponents more = SharedComponents.PUBLIC.with(
                SharedComponents.ADA, SharedComponents.workstation("bob", "203.0.113.9/32"), SharedComponents.GRACE);
        List<Registration> before = SharedComponents.PUBLIC.deployed().recorded().all();
        List<Registration> after = more.deployed().recorded().all();
        List<String> changed = after.stream()
                .filter(registration -> !before.contains(registration))
                .map(Registration::name)
                .toList();
        assertEquals(List.of("network-bob-asg", "network-workstations-nsg"), changed);
        assertEquals(before.size() + 1, after.size());
    }

    @Test
    void onlyAWorkstationsOwnResourcesCarryItsName() {
        Set<String> words = new TreeSet<>();
        for (String name : resources(SharedComponents.PRIVATE).names()) {
            words.addAll(List.of(name.split("-")));
        }
        words.removeAll(ReservedWords.WORDS);
        Set<String> peerings = resources(SharedComponents.PRIVATE).ofType("VirtualNetworkPeering").names().stream()
                .map(name -> name.substring(name.lastIndexOf('-') + 1))
                .collect(Collectors.toSet());
        words.removeAll(peerings);
        assertEquals(Set.of("linus"), words);
        assertEquals(2, peerings.size());
        assertTrue(ReservedWords.reserve(new ResourceName("network")));
    }

    @Test
    void noResourceSharesItsIdOrNameWithAnother() {
        Recorded resources = resources(SharedComponents.PUBLIC);
        List<String> ids = resources.all().stream().map(Registration::id).toList();
        assertEquals(List.of(), duplicates(ids));
        List<String> typed = resources.all().stream().map(Registration::toString).toList();
        assertEquals(List.of(), duplicates(typed));
    }

    @Test
    void nothingCallsAFunctionOfTheProvider() {
        assertEquals(List.of(), SharedComponents.PUBLIC.deployed().calls());
    }

    @Test
    void noInputHoldsTheTextThatTheSdkGivesForAnUnresolvedOutput() {
        for (SharedComponents shared : List.of(SharedComponents.PUBLIC, SharedComponents.PRIVATE)) {
            List<String> spoiled = resources(shared).all().stream()
                    .filter(resource -> texts(resource.inputs()).anyMatch(text -> text.contains("toString")))
                    .map(Registration::toString)
                    .toList();
            assertEquals(List.of(), spoiled);
        }
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText());
        }
        List<JsonNode> children = new java.util.ArrayList<>();
        node.forEach(children::add);
        return children.stream().flatMap(SharedComponentsTest::texts);
    }

    private static List<String> duplicates(List<String> values) {
        return values.stream().filter(value -> Collections.frequency(values, value) > 1).toList();
    }

    private static Recorded resources(SharedComponents shared) {
        return shared.deployed().recorded().resources();
    }

    private static String counts(SharedComponents shared) {
        return new TreeMap<>(resources(shared).countsByType())
                .entrySet().stream()
                        .map(entry -> entry.getKey().replace("azure-native:", "") + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
