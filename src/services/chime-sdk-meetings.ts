/** Amazon Chime SDK meetings: a meeting may be made with those who attend it. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Chime SDK Meetings",
  makes: { CreateMeetingWithAttendees: newResource("meeting") },
});
