package atelier.outputs;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the applications of one workstation are served; one origin per workstation.
 *
 * @param host the workstation's DNS name, with a port if it is not 443
 */
record Links(String host) {

    /** The port of the user's own computer that a Bastion tunnel to 443 is opened on. */
    static final int TUNNEL_PORT = 8443;

    /** The same through a tunnel: the host name stays, because certificate and sign-in are bound to it. */
    static Links throughTunnel(String host) {
        return new Links(host + ":" + TUNNEL_PORT);
    }

    String jupyter() {
        return "https://" + host + "/tree";
    }

    String jupyterLab() {
        return "https://" + host + "/lab";
    }

    String rStudio() {
        return "https://" + host + "/rstudio/";
    }

    String visualStudioCode() {
        return "https://" + host + "/code/";
    }

    /** Whether the workstation is well, for everybody who reaches it: 200 or 503, and one word of JSON. */
    String health() {
        return "https://" + host + "/atelier/health";
    }

    /** Where Entra sends people back after they have signed in; the app registration lists it. */
    String redirectUri() {
        return "https://" + host + "/oauth2/callback";
    }

    Map<String, String> byApplication() {
        return new TreeMap<>(Map.of(
                "jupyter", jupyter(), "jupyterLab", jupyterLab(), "rStudio", rStudio(), "vsCode", visualStudioCode()));
    }
}
