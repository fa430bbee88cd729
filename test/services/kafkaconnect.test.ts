import { expect, test } from "vitest";
import rules from "../../src/services/kafkaconnect.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("each kind of thing is tagged under its own ARN", () => {
  const tagged = ["CreateConnector", "CreateCustomPlugin", "CreateWorkerConfiguration"].map(
    (operation) =>
      permits(operation, { tags: { team: "web" } })
        .at(-1)
        ?.split(":")[6],
  );
  expect(tagged).toEqual(["connector/*/*", "custom-plugin/*/*", "worker-configuration/*/*"]);
});
