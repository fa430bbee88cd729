/** The table of options in the README, generated from `options.ts`; a test holds the two together. */
import { ALL, OPTIONS, optionLabel } from "./options.ts";

/** The options as a Markdown table, for the README. */
export function optionsTable(): string {
  const rows = OPTIONS.map((option) => {
    const verbs = option.verbs === ALL ? "all" : option.verbs.map((verb) => `\`${verb}\``).join(", ");
    return `| \`${optionLabel(option)}\` | ${verbs} | ${option.says} |`;
  });
  return ["| option | of | does |", "|---|---|---|", ...rows].join("\n");
}
