package atelier.outputs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void everyApplicationIsServedByTheWorkstationsOwnHost() {
        Links links = new Links("ada.ml.example.com");
        assertEquals(
                Map.of(
                        "jupyter", "https://ada.ml.example.com/tree",
                        "jupyterLab", "https://ada.ml.example.com/lab",
                        "rStudio", "https://ada.ml.example.com/rstudio/",
                        "vsCode", "https://ada.ml.example.com/code/"),
                links.byApplication());
        assertEquals("https://ada.ml.example.com/oauth2/callback", links.redirectUri());
        assertEquals("https://ada.ml.example.com/atelier/health", links.health());
    }

    @Test
    void throughATunnelTheNameStaysAndSignInComesBackToTheTunnelsPort() {
        Links links = Links.throughTunnel("ada.ml.example.com");
        assertEquals("https://ada.ml.example.com:8443/lab", links.jupyterLab());
        assertEquals("https://ada.ml.example.com:8443/oauth2/callback", links.redirectUri());
    }
}
