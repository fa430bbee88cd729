/** Text in the cells of a Markdown table. */

/** A cell ends at a bar, in code as well. */
export const inCode = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

/** Lines of a table with its title; nothing where it has no row. */
export function titledTable(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `\n**${title}**\n\n${lines.join("\n")}\n`;
}
