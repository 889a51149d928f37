package atelier.preflight;

import atelier.model.Problem;
import atelier.model.Tls;
import atelier.preflight.Mistakes.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names that Azure or the team cannot use. */
final class NameMistakes {
    private NameMistakes() {}

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "a workstation name too long for DNS",
                draft -> {
                    draft.grace().name = "grace";
                    draft.team = "a-team-whose-name-takes-forty-characters";
                    draft.grace().name = "a-workstation-with-a-long-name";
                },
                new Problem(
                        "atelier:workstations[1].name",
                        "a-workstation-with-a-long-name",
                        "at most 15 characters: with team and hash the DNS label may have 63",
                        "pulumi config set --path 'atelier:workstations[1].name' a-workstation-w")));
        mistakes.add(new Mistake(
                "a workstation name too long for the redirect URI",
                draft -> {
                    draft.tls = Optional.of(new Tls(("x".repeat(49) + ".").repeat(4).substring(0, 199), "wildcard"));
                    draft.grace().name = "a-workstation-with-a-name-of-40-letters0";
                },
                new Problem(
                        "atelier:workstations[1].name",
                        "a-workstation-with-a-name-of-40-letters0",
                        "at most 27 characters: Entra's redirect URI with atelier:tls.domain may have 256",
                        "pulumi config set --path 'atelier:workstations[1].name' a-workstation-with-a-name-o")));
        mistakes.add(new Mistake(
                "two workstations of one name",
                draft -> draft.grace().name = "ada",
                new Problem(
                        "atelier:workstations[1].name",
                        "ada",
                        "a name that no other workstation has",
                        "pulumi config set --path 'atelier:workstations[1].name' ada-2")));
        mistakes.add(new Mistake(
                "a workstation named like a shared resource",
                draft -> draft.grace().name = "data",
                new Problem(
                        "atelier:workstations[1].name",
                        "data",
                        "a name with a word of its own; shared resources are called so",
                        "pulumi config set --path 'atelier:workstations[1].name' data-2")));
        mistakes.add(new Mistake(
                "a workstation named like two shared words",
                draft -> draft.grace().name = "image-build",
                new Problem(
                        "atelier:workstations[1].name",
                        "image-build",
                        "a name with a word of its own; shared resources are called so",
                        "pulumi config set --path 'atelier:workstations[1].name' image-build-2")));
        mistakes.add(new Mistake(
                "a workstation named like a word of a cluster",
                draft -> draft.train().name = "big-grace",
                new Problem(
                        "atelier:workstations[1].name",
                        "grace",
                        "a name that is no word of a cluster's name; there is a cluster big-grace",
                        "pulumi config set --path 'atelier:workstations[1].name' grace-2")));
        mistakes.add(new Mistake(
                "a workstation with Microsoft's name",
                draft -> draft.grace().name = "windows-box",
                new Problem(
                        "atelier:workstations[1].name",
                        "windows-box",
                        "a name without Microsoft's own names, which Azure refuses in host names",
                        "pulumi config set --path 'atelier:workstations[1].name' win-box")));
        mistakes.add(new Mistake(
                "a team with Microsoft's name",
                draft -> draft.team = "microsoft-lab",
                new Problem(
                        "atelier:team.name",
                        "microsoft-lab",
                        "a name without Microsoft's name \"microsoft\", which Azure refuses in host names",
                        "pulumi config set --path 'atelier:team.name' ms-lab")));
        mistakes.add(new Mistake(
                "a team that starts like Microsoft's sign-in",
                draft -> draft.team = "login-team",
                new Problem(
                        "atelier:team.name",
                        "login-team",
                        "a name without Microsoft's name \"login\", which Azure refuses in host names",
                        "pulumi config set --path 'atelier:team.name' signin-team")));
        mistakes.add(new Mistake(
                "a cluster name too long for Azure",
                draft -> draft.train().name = "training-on-a100s",
                new Problem(
                        "atelier:clusters[0].name",
                        "training-on-a100s",
                        "2 to 16 characters, Azure's limit for a cluster",
                        "pulumi config set --path 'atelier:clusters[0].name' training-on-a100")));
        mistakes.add(new Mistake(
                "a cluster name too short for Azure",
                draft -> draft.train().name = "t",
                new Problem(
                        "atelier:clusters[0].name",
                        "t",
                        "2 to 16 characters, Azure's limit for a cluster",
                        "pulumi config set --path 'atelier:clusters[0].name' t-2")));
        mistakes.add(new Mistake(
                "two clusters of one name",
                draft -> {
                    draft.machineLearningFamilies.put("StandardNCADSA100v4Family", 192);
                    draft.cluster("train", "Standard_NC24ads_A100_v4", 4);
                },
                new Problem(
                        "atelier:clusters[1].name",
                        "train",
                        "a name that no other cluster has",
                        "pulumi config set --path 'atelier:clusters[1].name' train-2")));
        mistakes.add(new Mistake(
                "a cluster named like the one for image builds",
                draft -> draft.train().name = "image-build",
                new Problem(
                        "atelier:clusters[0].name",
                        "image-build",
                        "another name; the workspace builds its images on a cluster of that name",
                        "pulumi config set --path 'atelier:clusters[0].name' image-build-2")));
        return mistakes;
    }
}
