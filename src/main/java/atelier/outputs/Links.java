package atelier.outputs;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the applications of one workstation are served; one origin per workstation.
 *
 * @param host the workstation's DNS name
 */
record Links(String host) {

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

    /** Where Entra sends people back after they have signed in; the app registration lists it. */
    String redirectUri() {
        return "https://" + host + "/oauth2/callback";
    }

    Map<String, String> byApplication() {
        return new TreeMap<>(Map.of(
                "jupyter", jupyter(), "jupyterLab", jupyterLab(), "rStudio", rStudio(), "vsCode", visualStudioCode()));
    }
}
