/** AWS Ground Station: the reference calls an ephemeris an item. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "GroundStation",
  makes: { CreateEphemeris: newResource("EphemerisItem") },
});
