package atelier.preflight;

import atelier.model.Access;
import atelier.model.Workstation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may do what with a workstation, once Azure's roles and the machine's own check for its owner are both applied. */
public final class EffectiveAccess {
    private static final Map<Role, Set<Deed>> RIGHTS = new EnumMap<>(Map.of(
            Role.ADMINS, EnumSet.allOf(Deed.class),
            Role.OPERATORS, EnumSet.of(Deed.SEE, Deed.START_AND_STOP),
            Role.SCIENTISTS, EnumSet.of(Deed.SEE, Deed.START_AND_STOP, Deed.OPEN),
            Role.READERS, EnumSet.of(Deed.SEE)));

    private EffectiveAccess() {}

    /** One of the team's groups. */
    public enum Role {
        ADMINS,
        OPERATORS,
        SCIENTISTS,
        READERS
    }

    /** Something one can do with a workstation. */
    public enum Deed {
        SEE,
        START_AND_STOP,
        OPEN,
        CREATE_AND_DELETE
    }

    /**
     * Whose members may do it.
     *
     * <p>A workstation with an owner is opened by that owner alone and by admins. An owner needs one of the roles that open
     * workstations as well: ownership by itself grants nothing.
     */
    public static SortedSet<Role> may(Deed deed, Workstation workstation, Access access) {
        return RIGHTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(deed) && exists(entry.getKey(), access.groups()))
                .map(Map.Entry::getKey)
                .filter(role -> role == Role.ADMINS || deed != Deed.OPEN || workstation.owner().isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean exists(Role role, Access.Groups groups) {
        return switch (role) {
            case ADMINS -> true;
            case OPERATORS -> groups.operators().isPresent();
            case SCIENTISTS -> groups.scientists().isPresent();
            case READERS -> groups.readers().isPresent();
        };
    }
}
