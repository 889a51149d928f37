package atelier.model;

import java.util.Optional;

/** Who the directory is and which of its groups may do what. */
public record Access(ObjectId tenantId, ObjectId signInClientId, Groups groups) {

    /** Entra groups by what they may do; only {@code admins} is required. */
    public record Groups(
            ObjectId admins, Optional<ObjectId> operators, Optional<ObjectId> scientists, Optional<ObjectId> readers) {}
}
