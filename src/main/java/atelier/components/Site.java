package atelier.components;

import atelier.model.ObjectId;
import atelier.model.Region;
import atelier.model.Team;
import atelier.naming.Names;
import com.pulumi.core.Output;

/** Whose stack it is, where it goes and how everything in it is named: what every component needs. */
public record Site(Names names, Team team, Region region, ObjectId tenantId, Output<String> subscriptionId) {}
