package atelier.config;

import atelier.model.Access;
import atelier.model.ObjectId;
import atelier.model.Team;
import java.util.List;
import java.util.Optional;

/** Who the team is, and which groups of its directory may do what. */
final class TeamSection {
    static final Form<Team> TEAM =
            new Section<>("an object with name, costCenter, contacts and optionally generation", TeamSection::team);
    static final Form<Access> ACCESS =
            new Section<>("an object with tenantId, signInClientId and groups", TeamSection::access);

    private static final int FIRST_GENERATION = 1;
    private static final Form<Integer> GENERATION = Scalars.whole(FIRST_GENERATION, 999, FIRST_GENERATION);

    /** A tag's value, 256 characters: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
    private static final Text<String> COST_CENTER = Text.matching(
            "\\S(\\P{Cntrl}*\\S)?", 256, "1 to 256 characters on one line, without a blank at either end", "CC-1042");

    private static final Text<String> EMAIL = Text.matching(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
            254,
            "an e-mail address such as ml-platform@example.com",
            "ml-platform@example.com", "ml-oncall@example.com", "ml-budget@example.com");

    /** A budget notifies at most 50 addresses: https://learn.microsoft.com/rest/api/consumption/budgets/create-or-update */
    private static final Form<List<String>> CONTACTS =
            Sequence.ofTexts("a list of 1 to 50 e-mail addresses", EMAIL, 50, String.CASE_INSENSITIVE_ORDER);

    private static final Form<Access.Groups> GROUPS =
            new Section<>("an object with admins and optionally operators, scientists and readers", TeamSection::groups);

    private TeamSection() {}

    private static Field<Team> team(Fields fields) {
        var name = fields.required("name", Words.name("vision"));
        var costCenter = fields.required("costCenter", COST_CENTER);
        var contacts = fields.required("contacts", CONTACTS);
        var generation = fields.optional("generation", GENERATION, FIRST_GENERATION);
        return fields.build(() -> new Team(name.get(), costCenter.get(), contacts.get(), generation.get()));
    }

    private static Field<Access> access(Fields fields) {
        var tenantId = fields.required("tenantId", Words.GUID);
        var signInClientId = fields.required("signInClientId", Words.GUID);
        var groups = fields.required("groups", GROUPS);
        return fields.build(() -> new Access(tenantId.get(), signInClientId.get(), groups.get()));
    }

    private static Field<Access.Groups> groups(Fields fields) {
        var admins = fields.required("admins", Words.GUID);
        Field<Optional<ObjectId>> operators = fields.optional("operators", Words.GUID);
        Field<Optional<ObjectId>> scientists = fields.optional("scientists", Words.GUID);
        Field<Optional<ObjectId>> readers = fields.optional("readers", Words.GUID);
        return fields.build(() -> new Access.Groups(admins.get(), operators.get(), scientists.get(), readers.get()));
    }
}
