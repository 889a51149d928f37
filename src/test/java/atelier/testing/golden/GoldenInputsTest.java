package atelier.testing.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenInputsTest {

    @Test
    void namesEveryResourceAndPathThatDiffers() {
        assertEquals(
                List.of(
                        "- azure-native:compute:Disk gone",
                        "+ azure-native:compute:Disk new {\"size\":1}",
                        "~ azure-native:compute:Disk same.list[1]: 2 -> nothing",
                        "~ azure-native:compute:Disk same.size: 1 -> 2",
                        "~ azure-native:compute:Disk same.userData.idle: 60 -> 30"),
                GoldenInputs.differences(
                        GoldenInputs.lines(Recorded.of(List.of(
                                disk("gone", "{}"),
                                disk("same", "{\"size\": 1, \"list\": [1, 2], \"userData\": \"eyJpZGxlIjogNjB9\"}")))),
                        GoldenInputs.lines(Recorded.of(List.of(
                                disk("new", "{\"size\": 1}"),
                                disk("same", "{\"list\": [1], \"size\": 2, \"userData\": \"eyJpZGxlIjogMzB9\"}"))))));
    }

    private static Registration disk(String name, String inputs) {
        try {
            return new Registration("azure-native:compute:Disk", name, new ObjectMapper().readTree(inputs), "/" + name);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
