package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a preview says about a body of which parts are not known yet. */
class PreviewTest extends EstateDeployed {
    private static final TextNode UNKNOWN = TextNode.valueOf(Value.UNKNOWN);

    @Test
    void unknownValuesAreMarkedAsTheEngineMarksThem() {
        assertEquals(Sentinel.UNKNOWN, Value.UNKNOWN);
    }

    @Test
    void anUnknownMemberIsNeverAMistake() {
        for (String id : ORDER) {
            for (String pointer : pointers(body(id))) {
                azure.acceptsInPreview(id, with(body(id), pointer, UNKNOWN));
            }
        }
    }

    @Test
    void anAbsentMemberIsNeverAMistake() {
        for (String id : ORDER) {
            for (String pointer : pointers(body(id))) {
                if (!pointer.matches(".*/[0-9]+")) {
                    azure.acceptsInPreview(id, without(body(id), pointer));
                }
            }
        }
    }

    @Test
    void whatMayStillComeIsNotMissed() {
        azure.acceptsInPreview(
                NETWORK, with(body(NETWORK), "/properties/subnets/0/properties/natGateway/id", NAT + "-new"));
        azure.acceptsInPreview(LINK.replace(".net/", ".net.new/"), body(LINK));
        azure.acceptsInPreview(IDENTITY.replace("/team/", "/new/"), body(IDENTITY));
        azure.acceptsInPreview(MACHINE, with(body(MACHINE), "/properties/storageProfile/dataDisks/1",
                json("{lun: 1, createOption: 'Attach', managedDisk: {id: '" + DISK + "-new'}}")));
        azure.acceptsInPreview(SETTING, with(body(SETTING), "/properties/workspaceId", LOGS + "-new"));
    }

    @Test
    void whatIsKnownIsJudged() {
        azure.refusesInPreview(400, "NetcfgSubnetRangesOverlap", NETWORK,
                with(body(NETWORK), "/properties/subnets/3/properties/addressPrefix", "10.42.0.128/25"));
        azure.refusesInPreview(
                409,
                "PropertyChangeNotAllowed",
                MACHINE,
                with(body(MACHINE), "/properties/osProfile/customData", "I290aGVy"));
        azure.refusesInPreview(409, "OperationNotAllowed", MACHINE,
                with(body(MACHINE), "/properties/hardwareProfile/vmSize", "Standard_NC4as_T4_v3"));
        azure.refusesInPreview(404, "GalleryImageNotFound", MACHINE + "-new",
                with(body(MACHINE), "/properties/storageProfile/imageReference/id", IMAGE + "/versions/2026.12.1"));
        azure.refusesInPreview(403, "RequestDisallowedByPolicy", MACHINE + "-new",
                with(body(MACHINE), "/properties/hardwareProfile/vmSize", "Standard_D16s_v5"));
        azure.refusesInPreview(
                400, "400", BUDGET, with(body(BUDGET), "/properties/timePeriod/startDate", "2026-12-01"));
    }

    @Test
    void whatThePlanChangesTooIsNotReliedUpon() throws ArmError {
        ObjectNode larger = with(body(MACHINE), "/properties/hardwareProfile/vmSize", "Standard_D16s_v5");
        azure.refusesInPreview(403, "RequestDisallowedByPolicy", MACHINE, larger);
        azure.cloud().judgePut(MACHINE, "", larger, Set.of(ALLOWED_SIZES.toUpperCase(Locale.ROOT)));
        assertThrows(ArmError.class, () -> azure.cloud().judgePut(MACHINE, "", larger, Set.of(DISK, MACHINE)));
    }

    @Test
    void aReplacementIsJudgedAsIfTheOldOneWereGone() throws ArmError {
        ObjectNode changed = with(body(MACHINE), "/properties/osProfile/customData", "I290aGVy");
        azure.cloud().judgeReplacement(MACHINE, "", changed, Set.of());
        azure.refuses(409, "PropertyChangeNotAllowed", MACHINE, changed);
    }

    @Test
    void whatThePlanChangesElsewhereCountsAsNotThere() throws ArmError {
        ObjectNode second = with(body(MACHINE), "/properties/osProfile/computerName", "grace");
        azure.refusesInPreview(409, "NicInUse", MACHINE + "-b", second);
        azure.cloud().judgePut(MACHINE + "-b", "", second, Set.of(MACHINE.toUpperCase(Locale.ROOT)));
    }

    /** Every place in a body, from the outside in. */
    private static List<String> pointers(ObjectNode body) {
        List<String> pointers = new ArrayList<>();
        collect(body, "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String at, List<String> pointers) {
        if (node instanceof ObjectNode object) {
            object.fields()
                    .forEachRemaining(member -> below(
                            member.getValue(),
                            at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            pointers));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                below(list.get(i), at + "/" + i, pointers);
            }
        }
    }

    private static void below(JsonNode node, String at, List<String> pointers) {
        pointers.add(at);
        collect(node, at, pointers);
    }
}
