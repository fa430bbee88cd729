/** Texts that a reader of YAML 1.1 or 1.2 takes for something else when they stand without quotes. */
export const MISREAD: readonly string[] = [
  ...["", " ", " a", "a ", "yes", "No", "on", "OFF", "y", "N", "true", "False", "null", "Null", "~"],
  ...["1", "-1", "+1", "1e3", "1.5", ".5", ".inf", "-.INF", ".nan", "0x1f", "0o17", "017", "0b1", "1_000", "12:30:45"],
  ...["2012-10-17", "2001-12-14t21:59:43.10-05:00", "=", "<<", "*", "*a", "&a", "!a", "!!str a", "%a", "@a", "`a`"],
  ...["a: b", "a:", ":a", ": ", "a #b", "#a", "- a", "-", "? a", "?", "| a", "> a", "---", "...", "--- a"],
  ...["[a]", "{a}", "{", "}", "]", ",", "a, b", "'a'", '"a"', 'a "b"', "a\\b", "a\nb", "a\tb", "a\rb", "a\r\n", "\n"],
  ...["\u0007", "\u0085", "\u00a0a", "\u2028", "\u2029", "\ufeff", "\u007f", "ü", "😀"],
];
