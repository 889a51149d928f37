package atelier.preflight;

import atelier.model.Cluster;
import atelier.model.Problem;
import atelier.preflight.Mistakes.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Quotas that do not suffice or are not Azure's. */
final class QuotaMistakes {
    private static final String FAMILIES =
            """
            a quota family as `az vm list-usage` spells it:
              Standard NCASv3_T4 Family
              standard NDAMSv4_A100Family
              Standard NDASv4_A100 Family
              standardDDSv5Family
              standardDSv5Family
              standardEDSv5Family
              standardESv5Family
              StandardNCADSA100v4Family
              StandardNCadsH100v5Family
              standardNDISRH200V5Family
              standardNDSH100v5Family
              StandardNVADSA10v5Family""";

    private QuotaMistakes() {}

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "more cores of a family than stated",
                draft -> {
                    draft.ada().size = "Standard_NC16as_T4_v3";
                    draft.computeFamilies.put(SpecDraft.T4, 16);
                },
                new Problem(
                        "atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]",
                        "16",
                        """
                        at least 24 once Azure has granted them, or fewer cores in use:
                        compute quota, Standard NCASv3_T4 Family: cores
                          workstation ada           1 x Standard_NC16as_T4_v3 with 16  16
                          image build of line cuda  1 x Standard_NC8as_T4_v3 with 8     8
                          sum                                                          24
                          limit                                                        16
                          gap                                                           8
                          would fit: workstation ada on Standard_NC8as_T4_v3 (8)""",
                        "pulumi config set --path 'atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]' "
                                + "24")));
        mistakes.add(new Mistake(
                "a family without a limit",
                draft -> draft.grace().size = "Standard_E8s_v5",
                new Problem(
                        "atelier:quota.compute.families.standardESv5Family",
                        "(missing)",
                        """
                        at least 8 once Azure has granted them, or fewer cores in use:
                        compute quota, standardESv5Family: cores
                          workstation grace    1 x Standard_E8s_v5 with 8  8
                          sum                                              8
                          limit (none stated)                              0
                          gap                                              8
                          would fit: no single smaller machine; remove a holder or ask Azure for more""",
                        "pulumi config set --path 'atelier:quota.compute.families.standardESv5Family' 8")));
        mistakes.add(new Mistake(
                "more cores than the region has",
                draft -> draft.regionalCores = 20,
                new Problem(
                        "atelier:quota.compute.regionalCores",
                        "20",
                        """
                        at least 28 once Azure has granted them, or fewer cores in use:
                        compute quota, all families: cores
                          workstation ada           1 x Standard_NC4as_T4_v3 with 4   4
                          workstation grace         1 x Standard_D8s_v5 with 8        8
                          image build of line cpu   1 x Standard_D8s_v5 with 8        8
                          image build of line cuda  1 x Standard_NC8as_T4_v3 with 8   8
                          sum                                                        28
                          limit                                                      20
                          gap                                                         8
                          would fit: no single smaller machine; remove a holder or ask Azure for more""",
                        "pulumi config set --path 'atelier:quota.compute.regionalCores' 28")));
        mistakes.add(new Mistake(
                "more cluster cores than stated",
                draft -> draft.train().maxNodes = 5,
                new Problem(
                        "atelier:quota.machineLearning.families.StandardNCADSA100v4Family",
                        "96",
                        """
                        at least 120 once Azure has granted them, or fewer cores in use:
                        machine learning quota, StandardNCADSA100v4Family: cores
                          cluster train  5 x Standard_NC24ads_A100_v4 with 24  120
                          sum                                                  120
                          limit                                                 96
                          gap                                                   24
                          would fit: cluster train with maxNodes 4 (96)""",
                        "pulumi config set --path 'atelier:quota.machineLearning.families.StandardNCADSA100v4Fami"
                                + "ly' 120")));
        mistakes.add(new Mistake(
                "cluster of a family without a limit",
                draft -> draft.train().size = "Standard_NC40ads_H100_v5",
                new Problem(
                        "atelier:quota.machineLearning.families.StandardNCadsH100v5Family",
                        "(missing)",
                        """
                        at least 160 once Azure has granted them, or fewer cores in use:
                        machine learning quota, StandardNCadsH100v5Family: cores
                          cluster train        4 x Standard_NC40ads_H100_v5 with 40  160
                          sum                                                        160
                          limit (none stated)                                          0
                          gap                                                        160
                          would fit: no single smaller machine; remove a holder or ask Azure for more""",
                        "pulumi config set --path 'atelier:quota.machineLearning.families.StandardNCadsH100v5Fami"
                                + "ly' 160")));
        mistakes.add(new Mistake(
                "no cores for the image builds of the workspace",
                draft -> draft.machineLearningFamilies.put("standardDSv5Family", 0),
                new Problem(
                        "atelier:quota.machineLearning.families.standardDSv5Family",
                        "0",
                        """
                        at least 4 once Azure has granted them, or fewer cores in use:
                        machine learning quota, standardDSv5Family: cores
                          image builds of the workspace  1 x Standard_D4s_v5 with 4  4
                          sum                                                        4
                          limit                                                      0
                          gap                                                        4
                          would fit: no single smaller machine; remove a holder or ask Azure for more""",
                        "pulumi config set --path 'atelier:quota.machineLearning.families.standardDSv5Family' 4")));
        mistakes.add(new Mistake(
                "more low-priority cores than stated",
                draft -> draft.train().priority = Cluster.Priority.LOW_PRIORITY,
                new Problem(
                        "atelier:quota.machineLearning.lowPriorityCores",
                        "0",
                        """
                        at least 96 once Azure has granted them, or fewer cores in use:
                        machine learning quota, low priority: cores
                          cluster train  4 x Standard_NC24ads_A100_v4 with 24  96
                          sum                                                  96
                          limit                                                 0
                          gap                                                  96
                          would fit: no single smaller machine; remove a holder or ask Azure for more""",
                        "pulumi config set --path 'atelier:quota.machineLearning.lowPriorityCores' 96")));
        mistakes.add(new Mistake(
                "an unknown family",
                draft -> draft.computeFamilies.put("standardDSv6Family", 8),
                new Problem(
                        "atelier:quota.compute.families",
                        "standardDSv6Family",
                        FAMILIES,
                        "pulumi config rm --path 'atelier:quota.compute.families.standardDSv6Family'")));
        mistakes.add(new Mistake(
                "an unknown family whose right spelling is missing",
                draft -> draft.machineLearningFamilies.put("StandardNVADSA10v5", 6),
                new Problem(
                        "atelier:quota.machineLearning.families",
                        "StandardNVADSA10v5",
                        FAMILIES,
                        "pulumi config rm --path 'atelier:quota.machineLearning.families.StandardNVADSA10v5' && "
                                + "pulumi config set --path 'atelier:quota.machineLearning.families.StandardNVADSA10v5Famil"
                                + "y' 6")));
        mistakes.add(new Mistake(
                "one family in two spellings",
                draft -> draft.computeFamilies.put("STANDARDDSV5FAMILY", 32),
                new Problem(
                        "atelier:quota.compute.families",
                        "standardDSv5Family",
                        "each family once; Azure does not tell upper from lower case",
                        "pulumi config rm --path 'atelier:quota.compute.families.standardDSv5Family'")));
        return mistakes;
    }
}
