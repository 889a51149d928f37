package atelier.naming;

import atelier.model.ObjectId;
import atelier.model.Team;
import atelier.model.Workstation;
import java.util.Map;
import java.util.TreeMap;

/** The tags of everything taggable. */
public final class Tags {
    private Tags() {}

    /** For what the whole team shares: the first contact owns it. */
    public static Map<String, String> shared(Team team) {
        return tags(team, team.contacts().get(0));
    }

    /** For what belongs to one workstation: its owner owns it, else the first contact. */
    public static Map<String, String> of(Team team, Workstation workstation) {
        Map<String, String> tags = tags(team, workstation.owner().map(ObjectId::value).orElse(team.contacts().get(0)));
        tags.put("workstation", workstation.name().value());
        return tags;
    }

    /**
     * For the identities of one workstation: the first contact owns them, whoever owns the workstation. An update of an
     * identity makes its ids unknown to a preview, and a change of owner would then seem to replace every right it has.
     */
    public static Map<String, String> identityOf(Team team, Workstation workstation) {
        Map<String, String> tags = shared(team);
        tags.put("workstation", workstation.name().value());
        return tags;
    }

    private static Map<String, String> tags(Team team, String owner) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("costCenter", team.costCenter());
        tags.put("owner", owner);
        tags.put("team", team.name().value());
        return tags;
    }
}
